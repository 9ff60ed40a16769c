package rollcall.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rollcall.presence.Bucket;
import rollcall.presence.Level;
import rollcall.presence.Roster;
import rollcall.server.ServerUnderTest;
import rollcall.store.MinuteReport;
import rollcall.store.Reports;
import rollcall.store.StoredRoster;

class MinuteWatchTest {

    private static final Instant NOW = Instant.parse("2018-01-01T04:10:00Z");

    private final ServerUnderTest server = new ServerUnderTest();
    private final Reports reports = server.database().reports();
    private final MinuteWatch watch = new MinuteWatch(reports, NOW);
    private Instant later = NOW;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aWriterWhoseClockIsMinutesBehindIsNotMissed() {
        write(0, NOW, 1);
        assertThat(changed()).containsExactly(0L);
        write(60, NOW.minusSeconds(240), 1);
        assertThat(changed()).containsExactly(60L);
    }

    @Test
    void figuresToldAlreadyAreNotToldAgain() {
        write(0, NOW, 1);
        assertThat(changed()).containsExactly(0L);
        write(0, NOW.plusSeconds(10), 1);
        assertThat(changed()).isEmpty();
        write(0, NOW.plusSeconds(20), 1, 2);
        assertThat(changed()).containsExactly(0L);
    }

    private List<Long> changed() {
        later = later.plusSeconds(60);
        return watch.changed(true, later).stream().map(MinuteReport::start).toList();
    }

    private void write(long minute, Instant updatedAt, long... drivers) {
        Roster roster = new Roster();
        for (long driver : drivers) {
            roster.add(driver, true);
        }
        Bucket bucket = new Bucket(Level.MINUTE, minute, Bucket.OVERALL);
        reports.raise(List.of(new StoredRoster(bucket, roster, Map.of(), List.of(), 1, updatedAt)));
    }
}
