package rollcall.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What fleet to simulate, and for how long.
 *
 * @param drivers how many drivers there are; about a third of them are on a shift at any time. Each of those pings every
 *     (drivers on shift / rate) seconds, so a fleet of 15 times the rate pings every 5 seconds
 * @param rate pings per second; 0: as fast as the broker takes them
 * @param count how many pings to send; 0: until stopped
 * @param seed the same seed, start, fleet and rate give the same pings
 * @param lateShare the share of pings, from 0 to 1, that come up to an hour late
 * @param badShare the share of records, from 0 to 1, that are no valid pings
 * @param speed how much faster than the clock the simulated time goes: so many times the rate is sent
 * @param startOrNull the simulated time of the first ping, from which time goes on by 1/rate s a ping; null: the time is
 *     now. Kafka deletes records that are older than a topic's retention, by the simulated time
 */
public record FleetSettings(
        int drivers,
        long rate,
        long count,
        long seed,
        double lateShare,
        double badShare,
        double speed,
        Instant startOrNull) {

    public static final long MAX_RATE = 500_000;
    private static final int MAX_DRIVERS = 10_000_000;

    /** With a third of the fleet on shift, each of them pings every 5 seconds. */
    private static final double PINGS_APART = 15;

    public FleetSettings {
        check(drivers >= 1 && drivers <= MAX_DRIVERS, "drivers", drivers, "from 1 to 10000000, such as 15000");
        check(rate >= 0 && rate <= MAX_RATE, "rate", rate, "from 0 to 500000 pings per second, such as 1000");
        check(count >= 0, "count", count, "0 or more, such as 1000000");
        check(lateShare >= 0 && lateShare <= 1, "late", lateShare, "from 0 to 1, such as 0.02");
        check(speed > 0 && speed <= 1e6, "speed", speed, "above 0, such as 60");
        check(badShare >= 0 && badShare <= 1, "bad", badShare, "from 0 to 1, such as 0.001");
    }

    /** 15,000 drivers, 1,000 pings/s until stopped, 2% late, 0.1% bad, now. */
    public static FleetSettings defaults() {
        return new FleetSettings(15_000, 1_000, 0, 1, 0.02, 0.001, 1, null);
    }

    /** The same fleet from one moment until another, all at once: sent as fast as the broker takes it. */
    public FleetSettings past(Instant from, Instant until) {
        long pings = Math.round(Duration.between(from, until).toSeconds() * Math.max(1, drivers / PINGS_APART));
        return new FleetSettings(drivers, 0, Math.max(1, pings), seed, lateShare, badShare, 1, from);
    }

    /** The same fleet with its time beginning at a moment. */
    public FleetSettings startingAt(Instant moment) {
        return new FleetSettings(drivers, rate, count, seed, lateShare, badShare, speed, moment);
    }

    public Optional<Instant> start() {
        return Optional.ofNullable(startOrNull);
    }

    /** How fast simulated time goes, in pings per second: the rate, or where that is open what suits the fleet. */
    double simulatedRate() {
        return rate > 0 ? rate : Math.max(1, drivers / PINGS_APART);
    }

    private static void check(boolean isValid, String name, Object value, String valid) {
        if (!isValid) {
            throw new IllegalArgumentException(name + " can't be " + value + "; it must be " + valid);
        }
    }
}
