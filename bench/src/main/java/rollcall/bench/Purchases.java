package rollcall.bench;

import java.util.SplittableRandom;

/**
 * What customers want of a product, whether it is there or not: a Poisson process whose rate follows the day, found by
 * thinning (Lewis and Shedler 1979). Of up to 4 units, most want few. The same for the same seed, on every machine.
 */
final class Purchases {

    /** @param atMillis in epoch milliseconds */
    record Purchase(long atMillis, int quantity) {}

    private static final int LARGEST = 4;
    private static final double MEAN_QUANTITY = 1.875;
    private static final double HOUR = 3_600_000;

    private final DayShape shape;
    private final double candidateMillis;
    private final SplittableRandom random;
    private double atMillis;

    /** @param unitsPerHour on average, while the store is open */
    Purchases(DayShape shape, double unitsPerHour, long fromMillis, long seed) {
        this.shape = shape;
        this.candidateMillis = HOUR * MEAN_QUANTITY / (unitsPerHour * shape.greatest());
        this.random = new SplittableRandom(seed);
        this.atMillis = fromMillis;
    }

    Purchase next() {
        do {
            atMillis -= StrictMath.log(1 - random.nextDouble()) * candidateMillis;
        } while (random.nextDouble() * shape.greatest() >= shape.weightAt((long) atMillis));
        return new Purchase((long) atMillis, 1 + Math.min(random.nextInt(LARGEST), random.nextInt(LARGEST)));
    }
}
