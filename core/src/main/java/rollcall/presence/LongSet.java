package rollcall.presence;

import java.util.Arrays;

/**
 * An open-addressing hash set of longs other than 0. Ids of string drivers are hashes: spread over all of 64 bits, each
 * would take a Roaring container of its own (over 100 bytes), here it takes 8 to 16.
 */
final class LongSet {

    private static final int SMALLEST = 8;

    private long[] slots = new long[SMALLEST];
    private int size;

    int size() {
        return size;
    }

    boolean contains(long value) {
        return value != 0 && slots[slotOf(slots, value)] == value;
    }

    void add(long value) {
        if (value == 0) {
            throw new IllegalArgumentException("0 marks an empty slot and can't be a member");
        }
        int slot = slotOf(slots, value);
        if (slots[slot] == value) {
            return;
        }
        slots[slot] = value;
        size++;
        if (size * 2 > slots.length) {
            grow(slots.length * 2);
        }
    }

    void addAll(LongSet other) {
        for (long value : other.slots) {
            if (value != 0) {
                add(value);
            }
        }
    }

    /** The members in ascending signed order: the same set always gives the same array. */
    long[] sorted() {
        long[] values = new long[size];
        int n = 0;
        for (long value : slots) {
            if (value != 0) {
                values[n++] = value;
            }
        }
        Arrays.sort(values);
        return values;
    }

    private void grow(int capacity) {
        long[] larger = new long[capacity];
        for (long value : slots) {
            if (value != 0) {
                larger[slotOf(larger, value)] = value;
            }
        }
        slots = larger;
    }

    private static int slotOf(long[] slots, long value) {
        int mask = slots.length - 1;
        // Ids may share their low bits, so mix before masking (Fibonacci hashing, Knuth TAOCP 3, 6.4).
        // Twice, for a product's bits depend on the lower bits only, and ids may differ in none but the highest.
        long product = value * 0x9E3779B97F4A7C15L;
        int slot = (int) ((product ^ product >>> 32) * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (slots[slot] != 0 && slots[slot] != value) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
