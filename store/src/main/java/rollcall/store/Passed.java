package rollcall.store;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;

/**
 * Which minutes had been passed before a batch was read, so that what the batch adds to them is late.
 *
 * @param newest for each partition, the newest event second that had been counted
 * @param newestOfAll that of all partitions; null if it must not be compared with
 */
public record Passed(Map<Integer, Long> newest, Long newestOfAll) implements Serializable {

    /** Phones are seconds late all the time; a minute's figures are taken as final when so much more was passed. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    /** A minute without any figures further back is history that is read for the first time. */
    private static final Duration HISTORY = Duration.ofDays(1);

    /** Before every event time there can be, and far enough from the least long to be calculated with. */
    private static final long LONG_AGO = Long.MIN_VALUE / 4;

    /**
     * As of a state of the ledger.
     *
     * @param newest for each partition, its newest event second
     * @param isCaughtUp whether everything that had arrived by then was counted. If not, one partition may have been read
     *     further than another, and a ping is late only if it comes after newer ones of its own partition
     */
    public static Passed of(Map<Integer, Long> newest, boolean isCaughtUp) {
        Long ofAll = isCaughtUp && !newest.isEmpty() ? Collections.max(newest.values()) : null;
        return new Passed(Map.copyOf(newest), ofAll);
    }

    /** Whether a minute's figures, as a delta finds them, had been passed. */
    boolean includes(RosterDelta minute) {
        return past(minute) >= SETTLED.toSeconds();
    }

    /** The same for a minute that had no figures. */
    boolean includesWithoutFigures(RosterDelta minute) {
        return includes(minute) && past(minute) <= HISTORY.toSeconds();
    }

    /** How much of event time, in seconds, had been seen after the minute's end. */
    private long past(RosterDelta minute) {
        long end = minute.bucket().start() + minute.bucket().level().seconds();
        return minute.counts().keySet().stream()
                .mapToLong(range -> reached(range.partition()) - end)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private long reached(int partition) {
        return newestOfAll != null ? newestOfAll : newest.getOrDefault(partition, LONG_AGO);
    }
}
