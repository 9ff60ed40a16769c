package rollcall.app.simulate;

import java.math.BigInteger;
import java.util.SplittableRandom;

/**
 * Drivers who push pings. Pure: the same settings and times give the same pings. Not safe for use by several threads.
 *
 * <p>The drivers on shift ping in turn. Where nobody is on shift the next driver pings all the same, for the rate is a
 * promise. One ping in 200 is sent twice, as phones do that get no answer in time.
 */
public final class DriverFleet {

    /** The number of the first driver; the others follow. */
    public static final long FIRST_DRIVER = 10_000;

    private static final int LATEST_SECONDS = 3_600;
    private static final double TWICE_SHARE = 0.005;
    private static final double GOLDEN_RATIO = 0.6180339887498949;

    private final FleetSettings settings;
    private final SplittableRandom random;
    private final Shifts shifts;
    private final PingWriter writer = new PingWriter();
    /** Drivers far apart ping one after another, as if each had begun at a second of its own. */
    private final int stride;

    private int driver;

    public DriverFleet(FleetSettings settings) {
        this.settings = settings;
        random = new SplittableRandom(settings.seed());
        shifts = new Shifts(settings.drivers(), random.split());
        stride = strideThrough(settings.drivers());
    }

    /**
     * The value of the record that is sent now; its Kafka timestamp is that same time.
     *
     * @param nowMillis the fleet's time, in epoch milliseconds
     */
    public byte[] next(long nowMillis) {
        if (random.nextDouble() >= TWICE_SHARE || writer.isEmpty()) {
            write(Math.floorDiv(nowMillis, 1000L));
        }
        return writer.toBytes();
    }

    private void write(long nowSecond) {
        boolean late = random.nextDouble() < settings.lateShare();
        boolean bad = random.nextDouble() < settings.badShare();
        long epochSecond = late ? nowSecond - 1 - random.nextInt(LATEST_SECONDS) : nowSecond;
        turn(epochSecond);
        // Ahead of now, not of its lateness: a ping an hour late and an hour ahead would be none that is bad.
        Flaw flaw = bad ? Flaw.ofKind(random.nextInt(Flaw.KINDS)) : Flaw.NONE;
        writer.write(
                FIRST_DRIVER + driver,
                flaw == Flaw.AN_HOUR_AHEAD ? nowSecond : epochSecond,
                shifts.isAvailable(driver, epochSecond),
                shifts.city(driver),
                flaw);
    }

    private void turn(long epochSecond) {
        for (int tries = 0; tries < settings.drivers(); tries++) {
            driver += stride;
            if (driver >= settings.drivers()) {
                driver -= settings.drivers();
            }
            if (shifts.isOnShift(driver, epochSecond)) {
                return;
            }
        }
        driver = (driver + 1) % settings.drivers();
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
