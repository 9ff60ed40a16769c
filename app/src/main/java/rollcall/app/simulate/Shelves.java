package rollcall.app.simulate;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What one store has of each product. A full shelf lasts three days; one that gets low is ordered for, and a truck comes
 * after half an hour to two hours, one time in twenty after four to ten.
 */
final class Shelves {

    private static final double FULL_HOURS = 72;
    private static final double ORDERED_HOURS = 4;
    private static final long LEAST_FULL = 80;
    private static final long LEAST_ORDERED = 20;
    private static final int MINUTE = 60;
    private static final long NEVER = Long.MAX_VALUE;

    private final SplittableRandom random;
    private final long[] levels;
    private final long[] full;
    /** At or below it a truck is ordered. */
    private final long[] orderLevels;
    /** When the truck comes, in epoch seconds. */
    private final long[] trucks;

    private long nextTruck = NEVER;

    Shelves(Assortment assortment, double unitsPerHour, SplittableRandom random) {
        this.random = random;
        int products = assortment.size();
        levels = new long[products];
        full = new long[products];
        orderLevels = new long[products];
        trucks = new long[products];
        Arrays.fill(trucks, NEVER);
        for (int product = 0; product < products; product++) {
            double demand = unitsPerHour * assortment.share(product);
            full[product] = Math.max(LEAST_FULL, Math.round(demand * FULL_HOURS));
            orderLevels[product] = Math.max(LEAST_ORDERED, Math.round(demand * ORDERED_HOURS));
            long least = orderLevels[product] * 3 / 2;
            levels[product] = least + random.nextLong(full[product] - least + 1);
        }
    }

    int size() {
        return levels.length;
    }

    long level(int product) {
        return levels[product];
    }

    /**
     * Sells what there is.
     *
     * @return how many units, at most as many as wanted
     */
    long sell(int product, long wanted, long epochSecond) {
        long sold = Math.min(wanted, levels[product]);
        levels[product] -= sold;
        if (levels[product] <= orderLevels[product] && trucks[product] == NEVER) {
            boolean stuck = random.nextInt(20) == 0;
            int minutes = stuck ? 240 + random.nextInt(360) : 30 + random.nextInt(90);
            trucks[product] = epochSecond + (long) minutes * MINUTE;
            nextTruck = Math.min(nextTruck, trucks[product]);
        }
        return sold;
    }

    /** Unloads the trucks that have come, and says of which products there is more now. */
    int[] unload(long epochSecond) {
        if (epochSecond < nextTruck) {
            return new int[0];
        }
        int[] unloaded = IntStream.range(0, trucks.length)
                .filter(product -> trucks[product] <= epochSecond)
                .toArray();
        Arrays.stream(unloaded).forEach(this::fill);
        nextTruck = Arrays.stream(trucks).min().orElse(NEVER);
        return unloaded;
    }

    /** The product that there is most of; empty if there is nothing at all. */
    OptionalInt fullest() {
        return IntStream.range(0, levels.length)
                .filter(product -> levels[product] > 0)
                .reduce((one, other) -> levels[other] > levels[one] ? other : one);
    }

    /** Fills everything up at once, for a store that has nothing left sells nothing. */
    int[] fillAll() {
        nextTruck = NEVER;
        return IntStream.range(0, levels.length).peek(this::fill).toArray();
    }

    /** The product that is nearest to getting low, of those that are well away from it. */
    int nextToRunLow() {
        return IntStream.range(0, levels.length)
                .reduce((one, other) -> beforeLow(other) < beforeLow(one) ? other : one)
                .orElseThrow();
    }

    /** How many units may be sold before the product is low; very many if it is low or nearly so. */
    long beforeLow(int product) {
        return levels[product] > 2 * orderLevels[product] ? levels[product] - orderLevels[product] : NEVER;
    }

    private void fill(int product) {
        levels[product] = full[product] - random.nextLong(full[product] / 10);
        trucks[product] = NEVER;
    }
}
