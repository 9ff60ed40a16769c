package rollcall.server.presence;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import rollcall.presence.Bucket;
import rollcall.presence.Level;

/** How long the steps of a series are, and of which rosters each is the union. Steps are aligned to UTC. */
enum Step {
    MINUTE("1m", Level.MINUTE, 1, Duration.ofHours(3)),
    FIVE_MINUTES("5m", Level.MINUTE, 5, Duration.ofDays(1)),
    HOUR("1h", Level.HOUR, 1, Duration.ofDays(14)),
    DAY("1d", Level.DAY, 1, Duration.ofDays(366));

    private final String code;
    private final Level level;
    private final int rosters;
    private final Duration usualRange;

    Step(String code, Level level, int rosters, Duration usualRange) {
        this.code = code;
        this.level = level;
        this.rosters = rosters;
        this.usualRange = usualRange;
    }

    static Optional<Step> of(String code) {
        return Arrays.stream(values()).filter(step -> step.code.equals(code)).findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(Step::code).collect(Collectors.joining(", "));
    }

    /** How the step is written in a call. */
    String code() {
        return code;
    }

    /** The range of a series that does not say where it begins. */
    Duration usualRange() {
        return usualRange;
    }

    long seconds() {
        return level.seconds() * rosters;
    }

    /** The start of the step that holds an epoch second. */
    long floor(long epochSecond) {
        return epochSecond - Math.floorMod(epochSecond, seconds());
    }

    /** How many rosters a series reads whose steps start from one epoch second to another, both inclusive. */
    long rostersIn(long first, long last) {
        return ((last - first) / seconds() + 1) * rosters;
    }

    /** The buckets whose union is the step that starts at an epoch second. */
    List<Bucket> buckets(long start, String city) {
        return LongStream.range(0, rosters)
                .mapToObj(i -> new Bucket(level, start + i * level.seconds(), city))
                .toList();
    }
}
