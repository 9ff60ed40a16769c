package rollcall.json;

/**
 * How far an event time may lie from the timestamp of the record that tells it.
 *
 * @param maxAheadMillis how far ahead of it, in milliseconds, from 0 on
 * @param maxLateMillis how far behind it; {@link Long#MAX_VALUE}: no limit
 */
public record TimeLimits(long maxAheadMillis, long maxLateMillis) {

    /** @throws IllegalArgumentException if one is negative */
    public TimeLimits {
        if (maxAheadMillis < 0 || maxLateMillis < 0) {
            throw new IllegalArgumentException("Event times can't be limited to " + maxAheadMillis + " ms ahead and "
                    + maxLateMillis + " ms late; both must be 0 or more, such as 300000");
        }
    }

    /** Whether an event time, perhaps {@link JsonTime#BEYOND}, is too far ahead of its record's timestamp. */
    public boolean isAhead(long epochMilli, long recordMillis) {
        return epochMilli == JsonTime.BEYOND || isMoreThan(maxAheadMillis, epochMilli, recordMillis);
    }

    /** Whether an event time is too far behind its record's timestamp. */
    public boolean isLate(long epochMilli, long recordMillis) {
        return maxLateMillis != Long.MAX_VALUE && isMoreThan(maxLateMillis, recordMillis, epochMilli);
    }

    /** Whether one time is more than a span after another. A record's timestamp may be any long: beware of overflow. */
    private static boolean isMoreThan(long span, long time, long other) {
        long difference = time - other;
        boolean overflowed = ((time ^ other) & (time ^ difference)) < 0;
        return overflowed ? time > other : difference > span;
    }
}
