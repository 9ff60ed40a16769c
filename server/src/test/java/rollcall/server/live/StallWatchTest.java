package rollcall.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rollcall.server.ServerUnderTest;
import rollcall.store.Incident;

class StallWatchTest {

    private final ServerUnderTest server = new ServerUnderTest();
    private final StallWatch watch = watch();
    private Instant now = Instant.parse("2026-01-01T14:00:00Z");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void pingsThatHadBeenComingAndComeNoMoreAreAnIncidentUntilTheyComeAgain() {
        comeEvery(10, 7);
        pass(119);
        assertThat(incidents()).isEmpty();
        pass(1);
        assertThat(incidents()).hasSize(1);
        Incident stall = incidents().get(0);
        assertThat(stall.kind()).isEqualTo(Incident.STALL);
        assertThat(stall.ongoing()).isTrue();
        assertThat(stall.detail()).matches("No pings have come since .* UTC\\.");
        pass(600);
        assertThat(incidents()).containsExactly(stall);

        comeEvery(10, 1);
        assertThat(incidents()).hasSize(1);
        assertThat(incidents().get(0).ongoing()).isFalse();
        assertThat(incidents().get(0).detail()).matches("No pings came from .* to .* UTC \\(\\d+ min\\)\\.");
    }

    @Test
    void severalServersKeepOneIncident() {
        StallWatch other = watch();
        other.look(now);
        for (int i = 0; i < 7; i++) {
            comeEvery(10, 1);
            other.look(now);
        }
        pass(120);
        other.look(now);
        assertThat(incidents()).hasSize(1);
        comeEvery(1, 1);
        Incident over = incidents().get(0);
        now = now.plusSeconds(2);
        other.look(now);
        assertThat(incidents()).containsExactly(over);
    }

    @Test
    void anotherStallIsAnotherIncidentThoughOnlyLatePingsCameBetween() {
        comeEvery(10, 7);
        pass(120);
        comeEvery(10, 7);
        pass(120);
        assertThat(incidents()).extracting(Incident::ongoing).containsExactly(true, false);
    }

    @Test
    void aServerThatIsStartedMeanwhileEndsAStallThatAnotherBegan() {
        comeEvery(10, 7);
        pass(120);
        StallWatch next = watch();
        next.look(now);
        assertThat(incidents().get(0).ongoing()).isTrue();
        server.pings().ping(1, "2018-01-01T04:00:00Z", true).count();
        next.look(now.plusSeconds(5));
        assertThat(incidents().get(0).ongoing()).isFalse();
    }

    @Test
    void whereFewPingsComeOrNoneCameWhileTheServerLookedPausesMeanNothing() {
        server.pings().ping(1, "2018-01-01T04:00:00Z", true).count();
        pass(0);
        pass(3_600);
        comeEvery(40, 10);
        pass(3_600);
        assertThat(incidents()).isEmpty();
        assertThat(watch.quiet(now)).isEmpty();
    }

    @Test
    void itIsQuietAfterNinetySecondsWhateverTheEventTimes() {
        comeEvery(10, 7);
        pass(89);
        assertThat(watch.quiet(now)).isEmpty();
        pass(1);
        assertThat(watch.quiet(now)).contains(Duration.ofSeconds(90));
        comeEvery(10, 1);
        assertThat(watch.quiet(now)).isEmpty();
    }

    /** One ping, of one and the same event time, every so many seconds. */
    private void comeEvery(long seconds, int times) {
        for (int i = 0; i < times; i++) {
            pass(0);
            server.pings().ping(1, "2018-01-01T04:00:00Z", true).count();
            pass(seconds);
        }
    }

    private void pass(long seconds) {
        now = now.plusSeconds(seconds);
        watch.look(now);
    }

    private List<Incident> incidents() {
        return server.database().incidents().newest(10);
    }

    private StallWatch watch() {
        return new StallWatch(
                "pings", "pings", server.database().ledger(), server.database().incidents());
    }
}
