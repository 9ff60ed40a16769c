package rollcall.app.simulate;

import java.util.SplittableRandom;

/**
 * When each driver works: five days of seven on average, in a day, evening or night shift of 6 to 10 hours by the time
 * of the driver's city. On shift a driver is available for four stretches of five, and busy or at rest in between.
 */
final class Shifts {

    private static final int DAY = 86_400;
    private static final int HOUR = 3_600;
    private static final int STRETCH = 600;

    private final long seed;
    private final byte[] cities;
    /** Second of the UTC day that a driver's shift starts at, and its length in seconds. */
    private final int[] starts;

    private final int[] lengths;

    Shifts(int drivers, SplittableRandom random) {
        seed = random.nextLong();
        cities = new byte[drivers];
        starts = new int[drivers];
        lengths = new int[drivers];
        int totalWeight = City.ALL.stream().mapToInt(City::weight).sum();
        for (int driver = 0; driver < drivers; driver++) {
            int city = cityAt(random.nextInt(totalWeight));
            cities[driver] = (byte) city;
            int utcOffset = City.ALL.get(city).utcOffsetHours() * HOUR;
            starts[driver] = Math.floorMod(localStart(random) - utcOffset, DAY);
            lengths[driver] = 6 * HOUR + random.nextInt(4 * HOUR);
        }
    }

    int city(int driver) {
        return cities[driver];
    }

    boolean isOnShift(int driver, long epochSecond) {
        long day = Math.floorDiv(epochSecond, (long) DAY);
        int sinceStart = (int) (epochSecond - day * DAY) - starts[driver];
        if (sinceStart < 0) {
            sinceStart += DAY;
            day--;
        }
        return sinceStart < lengths[driver] && chance(driver, day) % 7 < 5;
    }

    boolean isAvailable(int driver, long epochSecond) {
        // Each driver's stretches begin at another second: a whole fleet does not change at once.
        long stretch = Math.floorDiv(epochSecond + starts[driver], (long) STRETCH);
        return chance(driver, ~stretch) % 5 < 4;
    }

    /** A number from 0 on that depends on driver, time and seed alone: the past can be asked for again. */
    private long chance(int driver, long time) {
        long mixed = (seed ^ driver * 0x9E3779B97F4A7C15L ^ time * 0xC2B2AE3D27D4EB4FL) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 32) * 0x94D049BB133111EBL;
        return mixed >>> 33;
    }

    private static int cityAt(int weight) {
        int left = weight;
        int city = 0;
        while (left >= City.ALL.get(city).weight()) {
            left -= City.ALL.get(city++).weight();
        }
        return city;
    }

    private static int localStart(SplittableRandom random) {
        int kind = random.nextInt(20);
        double hour = kind < 11 ? 7.5 : kind < 18 ? 15 : 21.5;
        double around = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5; // nearly a bell
        return (int) ((hour + around * 2.5) * HOUR);
    }
}
