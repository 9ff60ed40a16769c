package rollcall.app.simulate;

import java.time.Duration;
import java.time.Instant;

/**
 * When each record is sent, and of what time it is.
 *
 * @param usualRate how fast simulated time goes where the rate is open, in records per second
 */
record Pace(FeedSettings feed, double usualRate) {

    private static final long SECOND_NANOS = 1_000_000_000L;

    /** What there was from one moment until another, all at once: as fast as the broker takes it. */
    Pace past(Instant from, Instant until) {
        long records = Math.round(Duration.between(from, until).toSeconds() * usualRate);
        return with(new FeedSettings(0, Math.max(1, records), feed.seed(), feed.lateShare(), feed.badShare(), 1, from));
    }

    /** The same with its time beginning at a moment. */
    Pace startingAt(Instant moment) {
        return with(new FeedSettings(
                feed.rate(), feed.count(), feed.seed(), feed.lateShare(), feed.badShare(), feed.speed(), moment));
    }

    /** How many records to send. */
    long limit() {
        return feed.count() == 0 ? Long.MAX_VALUE : feed.count();
    }

    /** How long after the first record the n-th is due, counted from 0; in nanoseconds. */
    long dueNanos(long n) {
        long rate = feed.rate();
        return rate == 0 ? 0 : (long) ((n / rate * SECOND_NANOS + n % rate * SECOND_NANOS / rate) / feed.speed());
    }

    /** The simulated time of the n-th record, which is about to be sent; in epoch milliseconds. */
    long epochMilli(long n) {
        return feed.start()
                .map(start -> start.toEpochMilli() + (long) (n * 1000 / simulatedRate()))
                .orElseGet(System::currentTimeMillis);
    }

    /** How fast simulated time goes, in records per second. */
    double simulatedRate() {
        return feed.rate() > 0 ? feed.rate() : usualRate;
    }

    private Pace with(FeedSettings other) {
        return new Pace(other, usualRate);
    }
}
