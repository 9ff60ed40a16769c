package rollcall.app.simulate;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Drivers who push pings.
 *
 * <p>The drivers on shift ping in turn. Where nobody is on shift the next driver pings all the same, for the rate is a
 * promise. One ping in 200 is sent twice, as phones do that get no answer in time.
 */
final class DriverFleet implements RecordSource {

    /** The number of the first driver; the others follow. */
    static final long FIRST_DRIVER = 10_000;

    private static final int LATEST_SECONDS = 3_600;
    private static final double TWICE_SHARE = 0.005;
    private static final double GOLDEN_RATIO = 0.6180339887498949;

    private final int drivers;
    private final FeedSettings feed;
    private final SplittableRandom random;
    private final Shifts shifts;
    private final PingWriter writer = new PingWriter();
    /** Drivers far apart ping one after another, as if each had begun at a second of its own. */
    private final int stride;

    private int driver;

    DriverFleet(FleetSettings settings) {
        drivers = settings.drivers();
        feed = settings.feed();
        random = new SplittableRandom(feed.seed());
        shifts = new Shifts(drivers, random.split());
        stride = strideThrough(drivers);
    }

    @Override
    public ProducerRecord<byte[], byte[]> next(String topic, long nowMillis) {
        return new ProducerRecord<>(topic, null, nowMillis, null, next(nowMillis));
    }

    /** The ping that is sent at a time, in epoch milliseconds. */
    byte[] next(long nowMillis) {
        if (random.nextDouble() >= TWICE_SHARE || writer.isEmpty()) {
            write(Math.floorDiv(nowMillis, 1000L));
        }
        return writer.toBytes();
    }

    private void write(long nowSecond) {
        boolean late = random.nextDouble() < feed.lateShare();
        boolean bad = random.nextDouble() < feed.badShare();
        long epochSecond = late ? nowSecond - 1 - random.nextInt(LATEST_SECONDS) : nowSecond;
        turn(epochSecond);
        // Ahead of now, not of its lateness: a ping an hour late and an hour ahead would be none that is bad.
        PingFlaw flaw = bad ? PingFlaw.ofKind(random.nextInt(PingFlaw.KINDS)) : PingFlaw.NONE;
        writer.write(
                FIRST_DRIVER + driver,
                flaw == PingFlaw.AN_HOUR_AHEAD ? nowSecond : epochSecond,
                shifts.isAvailable(driver, epochSecond),
                shifts.city(driver),
                flaw);
    }

    private void turn(long epochSecond) {
        for (int tries = 0; tries < drivers; tries++) {
            driver += stride;
            if (driver >= drivers) {
                driver -= drivers;
            }
            if (shifts.isOnShift(driver, epochSecond)) {
                return;
            }
        }
        driver = (driver + 1) % drivers;
    }

    /** A step that comes to every driver before it comes to one again. */
    private static int strideThrough(int drivers) {
        int stride = Math.max(1, (int) (drivers * GOLDEN_RATIO));
        while (!BigInteger.valueOf(stride).gcd(BigInteger.valueOf(drivers)).equals(BigInteger.ONE)) {
            stride++;
        }
        return stride;
    }
}
