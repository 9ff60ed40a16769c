package rollcall.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rollcall.server.ServerUnderTest;

class AlertWatchTest {

    private final ServerUnderTest server = new ServerUnderTest();
    private final AlertWatch watch = new AlertWatch(server.database().alerts());

    /** How far our clock is ahead of the writers'. */
    private Duration ahead = Duration.ZERO;

    /** Each look is later than the rest that the one before asked for. */
    private Duration later = Duration.ZERO;

    @BeforeEach
    void start() {
        server.alerts().low("Austin", "before");
        assertThat(changed()).as("what was there before").isEmpty();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anAlertIsToldOnceUntilItChanges() {
        String id = server.alerts().low("Austin", "3");
        assertThat(changed()).containsExactly("3");
        assertThat(changed()).isEmpty();
        server.alerts().redirect(id, "Dallas", 27, 290);
        assertThat(changed()).containsExactly("3");
        assertThat(changed()).isEmpty();
    }

    @Test
    void aWriterWhoseClockIsMinutesBehindIsNotMissed() {
        ahead = Duration.ofMinutes(4);
        server.alerts().low("Austin", "3");
        assertThat(manyLooks()).containsExactly("3");
    }

    @Test
    void aWriterWhoseClockIsAheadIsNotMissedNorToldTwice() {
        ahead = Duration.ofHours(-1);
        server.alerts().low("Austin", "3");
        assertThat(manyLooks()).containsExactly("3");
    }

    @Test
    void aWriterWhoseClockFollowsOneAheadIsNotMissed() {
        ahead = Duration.ofHours(-1);
        server.alerts().low("Austin", "3");
        assertThat(manyLooks()).containsExactly("3");
        ahead = Duration.ZERO;
        server.alerts().low("Austin", "4");
        assertThat(manyLooks()).containsExactly("4");
    }

    private List<String> manyLooks() {
        return IntStream.range(0, 20)
                .mapToObj(look -> changed())
                .flatMap(List::stream)
                .toList();
    }

    private List<String> changed() {
        later = later.plusMillis(2_000);
        Instant now = Instant.now().plus(ahead).plus(later);
        return watch.changed(now).stream()
                .flatMap(change -> change.alerts().stream())
                .map(stored -> stored.alert().product())
                .toList();
    }
}
