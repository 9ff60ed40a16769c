package rollcall.stock;

import java.util.Arrays;

/**
 * What the Cart or the Inventory of one ticket says: an amount for each product it names, by the product's number. To
 * forget costs as much as there was said, so that a ticket may say much, and the same again and again.
 */
final class Amounts {

    /** Stands for the amount of a product that is not named. */
    static final long NONE = -1;

    /** Stands for what is no amount. */
    static final long BAD = -2;

    private long[] amounts = filled(32);
    private int[] named = new int[amounts.length];
    private int size;
    private boolean given;
    private boolean refused;

    /** Forgets everything: the ticket has said nothing yet. */
    void clear() {
        while (size > 0) {
            amounts[named[--size]] = NONE;
        }
        given = false;
        refused = false;
    }

    /** Begins anew, in place of what was said before. */
    void start() {
        clear();
        given = true;
    }

    /** Notes that what was started is bad as a whole. */
    void refuse() {
        refused = true;
    }

    void put(int product, long amount) {
        if (product >= amounts.length) {
            grow(Math.max(product + 1, amounts.length * 2));
        }
        if (amounts[product] == NONE) {
            named[size++] = product;
        }
        amounts[product] = amount;
    }

    long of(int product) {
        return product < amounts.length ? amounts[product] : NONE;
    }

    boolean isGiven() {
        return given;
    }

    boolean isBad() {
        for (int i = 0; i < size; i++) {
            if (amounts[named[i]] == BAD) {
                return true;
            }
        }
        return refused;
    }

    private void grow(int length) {
        long[] larger = filled(length);
        System.arraycopy(amounts, 0, larger, 0, amounts.length);
        amounts = larger;
        named = Arrays.copyOf(named, length);
    }

    private static long[] filled(int length) {
        long[] nothing = new long[length];
        Arrays.fill(nothing, NONE);
        return nothing;
    }
}
