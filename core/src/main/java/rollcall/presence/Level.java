package rollcall.presence;

/** How long a time bucket is. Buckets are aligned to UTC. */
public enum Level {
    MINUTE(60),
    HOUR(3_600),
    DAY(86_400);

    private final long seconds;

    Level(long seconds) {
        this.seconds = seconds;
    }

    /** The length of a bucket of this level, in seconds. */
    public long seconds() {
        return seconds;
    }

    /** The start, in epoch seconds, of the bucket of this level that holds the given epoch second. */
    public long floor(long epochSecond) {
        return epochSecond - Math.floorMod(epochSecond, seconds);
    }
}
