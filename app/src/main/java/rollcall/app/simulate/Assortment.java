package rollcall.app.simulate;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What the customers of one store ask for. Demand follows a law like Zipf's, with the same order of products in all
 * stores, but for one product that is the store's favourite.
 */
final class Assortment {

    private static final double EXPONENT = 0.7;
    private static final double FAVOURITE = 4;

    /** By product: the weights of this product and of those before it. */
    private final double[] sums;

    /**
     * @param ranks by product, its rank in all stores; 0 sells best
     * @param random chooses the favourite
     */
    Assortment(int[] ranks, SplittableRandom random) {
        sums = Arrays.stream(ranks)
                .mapToDouble(rank -> Math.pow(rank + 1, -EXPONENT))
                .toArray();
        sums[random.nextInt(sums.length)] *= FAVOURITE;
        Arrays.parallelPrefix(sums, Double::sum);
    }

    /** An order of products, the same in all stores. */
    static int[] ranks(int products, SplittableRandom random) {
        int[] ranks = new int[products];
        for (int product = 0; product < products; product++) {
            int other = random.nextInt(product + 1);
            ranks[product] = ranks[other];
            ranks[other] = product;
        }
        return ranks;
    }

    int size() {
        return sums.length;
    }

    int next(SplittableRandom random) {
        int at = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return at < 0 ? -at - 1 : at + 1;
    }

    /** The share of all demand that a product has. */
    double share(int product) {
        double before = product == 0 ? 0 : sums[product - 1];
        return (sums[product] - before) / sums[sums.length - 1];
    }
}
