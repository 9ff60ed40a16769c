package rollcall.app.simulate;

import java.time.Instant;
import java.util.Optional;

/**
 * What records to make up, and how fast to send them.
 *
 * @param rate records per second; 0: as fast as the broker takes them
 * @param count how many records to send; 0: until stopped
 * @param seed the same seed, start, rate and count give the same records
 * @param lateShare the share of records, from 0 to 1, that come up to an hour late
 * @param badShare the share of records, from 0 to 1, that are not valid
 * @param speed how much faster than the clock the simulated time goes: so many times the rate is sent
 * @param startOrNull the simulated time of the first record, from which time goes on by 1/rate s a record; null: the time
 *     is now. Kafka deletes records that are older than a topic's retention, by the simulated time
 */
public record FeedSettings(
        long rate, long count, long seed, double lateShare, double badShare, double speed, Instant startOrNull) {

    public static final long MAX_RATE = 500_000;

    public FeedSettings {
        check(rate >= 0 && rate <= MAX_RATE, "rate", rate, "from 0 to 500000 records per second, such as 1000");
        check(count >= 0, "count", count, "0 or more, such as 1000000");
        check(lateShare >= 0 && lateShare <= 1, "late", lateShare, "from 0 to 1, such as 0.02");
        check(badShare >= 0 && badShare <= 1, "bad", badShare, "from 0 to 1, such as 0.001");
        check(speed > 0 && speed <= 1e6, "speed", speed, "above 0, such as 60");
    }

    /** So many records per second until stopped, 2% late, 0.1% bad, now. */
    public static FeedSettings defaults(long rate) {
        return new FeedSettings(rate, 0, 1, 0.02, 0.001, 1, null);
    }

    /** The same with its time going faster than the clock, or slower. */
    public FeedSettings atSpeed(double times) {
        return new FeedSettings(rate, count, seed, lateShare, badShare, times, startOrNull);
    }

    Optional<Instant> start() {
        return Optional.ofNullable(startOrNull);
    }

    /** @throws IllegalArgumentException naming the setting and saying what is valid, if it is not */
    static void check(boolean isValid, String name, Object value, String valid) {
        if (!isValid) {
            throw new IllegalArgumentException(name + " can't be " + value + "; it must be " + valid);
        }
    }
}
