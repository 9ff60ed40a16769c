package rollcall.bench;

import java.util.Arrays;

/** How demand is spread over the hours of a day (UTC): a weight for each, 1 on average over the hours that have any. */
enum DayShape {
    /** Open from 8 to 21, busiest at noon and in the evening. */
    SHOP(0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0.6, 0.7, 0.9, 1.5, 1.3, 0.8, 0.7, 0.9, 1.4, 1.7, 1.2, 0.8, 0, 0, 0),
    /** Open round the clock, always equally busy. */
    FLAT(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

    private static final long HOUR = 3_600_000;

    private final double[] weights;
    private final double greatest;

    DayShape(double... weights) {
        this.weights = weights;
        this.greatest = Arrays.stream(weights).max().orElseThrow();
    }

    /** The weight of a moment, in epoch milliseconds. */
    double weightAt(long millis) {
        return weights[(int) (Math.floorDiv(millis, HOUR) % weights.length)];
    }

    double greatest() {
        return greatest;
    }

    /** How long the store is open between two moments, in milliseconds. */
    long openMillis(long from, long to) {
        long open = 0;
        for (long at = from; at < to; ) {
            long next = Math.min(to, (Math.floorDiv(at, HOUR) + 1) * HOUR);
            open += weightAt(at) > 0 ? next - at : 0;
            at = next;
        }
        return open;
    }
}
