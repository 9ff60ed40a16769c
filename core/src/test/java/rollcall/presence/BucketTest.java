package rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BucketTest {

    @ParameterizedTest
    @CsvSource({
        "MINUTE, 2018-01-01T04:00:45Z, 2018-01-01T04:00:00Z",
        "MINUTE, 2018-01-01T04:00:00Z, 2018-01-01T04:00:00Z",
        "HOUR, 2018-01-01T04:59:59Z, 2018-01-01T04:00:00Z",
        "DAY, 2018-01-01T23:59:59Z, 2018-01-01T00:00:00Z",
        "MINUTE, 1969-12-31T23:59:59Z, 1969-12-31T23:59:00Z",
        "HOUR, 1969-12-31T23:59:59Z, 1969-12-31T23:00:00Z",
        "DAY, 0001-01-01T00:00:01Z, 0001-01-01T00:00:00Z"
    })
    void startsWhereItsLevelSays(Level level, Instant time, Instant start) {
        assertThat(Bucket.of(level, time.getEpochSecond(), "Austin"))
                .isEqualTo(new Bucket(level, start.getEpochSecond(), "Austin"));
    }

    @Test
    void refusesUnalignedStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bucket(Level.HOUR, 3661, ""))
                .withMessageContaining("3661")
                .withMessageContaining("3600");
    }

    @Test
    void liesInTheBucketsOfLongerLevels() {
        Bucket minute = Bucket.of(Level.MINUTE, 1_514_779_245L, "Austin");
        assertThat(minute.in(Level.MINUTE)).isEqualTo(minute);
        assertThat(minute.in(Level.DAY)).isEqualTo(minute.in(Level.HOUR).in(Level.DAY));
        assertThat(minute.in(Level.DAY)).hasToString("DAY 2018-01-01T00:00:00Z Austin");
    }

    @Test
    void knowsItsOverallBucket() {
        Bucket austin = Bucket.of(Level.MINUTE, 60, "Austin");
        assertThat(austin.isOverall()).isFalse();
        assertThat(austin.overall().isOverall()).isTrue();
        assertThat(austin.overall()).hasToString("MINUTE 1970-01-01T00:01:00Z");
    }

    @Test
    void sortsByLevelThenTimeThenCity() {
        List<Bucket> sorted = List.of(
                new Bucket(Level.MINUTE, -60, "b"),
                new Bucket(Level.MINUTE, 0, ""),
                new Bucket(Level.MINUTE, 0, "a"),
                new Bucket(Level.HOUR, -3600, ""));
        assertThat(sorted).isSorted();
    }
}
