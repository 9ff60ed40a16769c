package rollcall.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rollcall.server.ServerUnderTest;
import rollcall.server.presence.Changes;
import rollcall.server.presence.ChangesReader;
import rollcall.server.presence.RecentReader;
import rollcall.server.presence.RosterCache;
import rollcall.store.Database;
import rollcall.store.MinuteReport;

class ChangesWatchTest {

    private static final Instant NEWEST = Instant.parse("2018-01-02T04:10:00Z");

    private final ServerUnderTest server = new ServerUnderTest();
    private final ChangesWatch watch = new ChangesWatch(reader(), List.of(1, 60));
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void onlyFinishedMinutesAreComparedAndEachWithItself() {
        server.pings()
                .ping(1, "2018-01-02T04:10:05Z", true) // not finished
                .ping(2, "2018-01-02T04:09:59Z", true)
                .ping(3, "2018-01-02T04:09:00Z", false)
                .ping(4, "2018-01-02T03:10:00Z", true) // 60 minutes begin here
                .ping(5, "2018-01-02T03:09:30Z", true) // a minute, an hour ago
                .ping(6, "2018-01-01T03:10:00Z", false) // 60 minutes, a day ago, begin here
                .ping(7, "2018-01-01T03:09:59Z", true)
                .ping(8, "2018-01-01T04:10:00Z", true)
                .count();
        assertThat(compared(1).toString())
                .isEqualTo("Changes[now=Figures[online=2, available=1], hourAgo=Figures[online=1, available=1],"
                        + " dayAgo=null]");
        assertThat(compared(60).toString())
                .isEqualTo("Changes[now=Figures[online=3, available=2], hourAgo=Figures[online=1, available=1],"
                        + " dayAgo=Figures[online=1, available=0]]");
    }

    @Test
    void itIsReadAgainWhenTheNewestMinuteMovesOn() {
        server.pings().ping(1, "2018-01-02T04:10:05Z", true).count();
        assertThat(compared(1).now().online()).isZero();
        assertThat(watch.upTo(NEWEST.plusSeconds(60), now).get(1).now().online())
                .isEqualTo(1);
    }

    @Test
    void whatALatePingChangesIsReadButNotAtOnce() {
        assertThat(compared(1).hourAgo()).isNull();
        server.pings().ping(1, "2018-01-02T03:09:30Z", true).count();
        noteChanged("2018-01-02T03:09:00Z");
        assertThat(watch.isDue(now)).isFalse();
        assertThat(compared(1).hourAgo()).isNull();
        now = now.plusSeconds(15);
        assertThat(watch.isDue(now)).isTrue();
        assertThat(compared(1).hourAgo().online()).isEqualTo(1);
        assertThat(watch.isDue(now.plusSeconds(15))).isFalse();
    }

    @Test
    void minutesThatAreNotComparedDoNotMatter() {
        compared(1);
        noteChanged("2018-01-02T04:10:00Z"); // not finished
        noteChanged("2018-01-02T02:09:00Z"); // before the hour an hour ago
        noteChanged("2018-01-01T04:10:00Z"); // after the hour a day ago
        now = now.plusSeconds(60);
        assertThat(watch.isDue(now)).isFalse();
        noteChanged("2018-01-02T02:10:00Z");
        assertThat(watch.isDue(now)).isTrue();
    }

    private Changes compared(int minutes) {
        return watch.upTo(NEWEST, now).get(minutes);
    }

    private void noteChanged(String minute) {
        long start = Instant.parse(minute).getEpochSecond();
        watch.note(List.of(new MinuteReport(start, 1, 1, 1, 1, now)));
    }

    private ChangesReader reader() {
        Database database = server.database();
        RosterCache rosters = new RosterCache(database.rosters(), 1_000);
        RecentReader recent = new RecentReader(database.ledger(), rosters, "pings", () -> now);
        return new ChangesReader(database.ledger(), recent, "pings", () -> now);
    }
}
