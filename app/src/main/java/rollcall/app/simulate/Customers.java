package rollcall.app.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Which store has the next customer: it depends on the size of the city and on the hour there. Two stores of five never
 * close; the others are open from 7 to 22. Most customers come at noon and in the evening.
 */
final class Customers {

    private static final int DAY = 86_400;
    private static final int QUARTER = 900;
    private static final int QUARTERS = DAY / QUARTER;
    private static final double NEVER_CLOSED_SHARE = 0.4;
    private static final double AT_NIGHT = 0.1;

    /** By quarter of the UTC day and store: the weights of this store and of those before it. */
    private final double[][] sums = new double[QUARTERS][];

    Customers(List<StoreCity> cities, SplittableRandom random) {
        boolean[] neverClosed = new boolean[cities.size()];
        for (int store = 0; store < neverClosed.length; store++) {
            neverClosed[store] = random.nextDouble() < NEVER_CLOSED_SHARE;
        }
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            double[] weights = new double[cities.size()];
            for (int store = 0; store < weights.length; store++) {
                weights[store] = size(cities.get(store)) * bustle(cities.get(store), neverClosed[store], quarter);
            }
            if (Arrays.stream(weights).sum() == 0) {
                // Where all are closed they sell all the same, for the rate is a promise.
                Arrays.setAll(weights, store -> size(cities.get(store)));
            }
            Arrays.parallelPrefix(weights, Double::sum);
            sums[quarter] = weights;
        }
    }

    int next(long epochSecond, SplittableRandom random) {
        double[] sum = sums[quarter(epochSecond)];
        int at = Arrays.binarySearch(sum, random.nextDouble() * sum[sum.length - 1]);
        // A hit is the end of its store's part; what follows with the same sum is closed.
        int store = at < 0 ? -at - 1 : at + 1;
        while (weight(sum, store) == 0) {
            store++;
        }
        return store;
    }

    boolean areAt(int store, long epochSecond) {
        return weight(sums[quarter(epochSecond)], store) > 0;
    }

    /** The share of all customers that come to a store in a day. */
    double share(int store) {
        return Arrays.stream(sums)
                .mapToDouble(sum -> weight(sum, store) / sum[sum.length - 1])
                .average()
                .orElseThrow();
    }

    private static double weight(double[] sum, int store) {
        return store == 0 ? sum[0] : sum[store] - sum[store - 1];
    }

    /** A city of four times the inhabitants has other stores as well. */
    private static double size(StoreCity city) {
        return Math.sqrt(city.thousands());
    }

    private static double bustle(StoreCity city, boolean neverClosed, int quarter) {
        double hour = Math.floorMod(quarter * QUARTER + city.utcOffsetHours() * 3_600, DAY) / 3_600.0;
        double byDay = hour < 7 || hour >= 22 ? 0 : 0.3 + 0.7 * peak(hour, 12.25, 1.2) + peak(hour, 17.75, 1.5);
        return neverClosed ? Math.max(AT_NIGHT, byDay) : byDay;
    }

    private static double peak(double hour, double at, double width) {
        double away = (hour - at) / width;
        return Math.exp(-away * away / 2);
    }

    private static int quarter(long epochSecond) {
        return (int) (Math.floorMod(epochSecond, (long) DAY) / QUARTER);
    }
}
