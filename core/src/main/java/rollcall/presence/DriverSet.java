package rollcall.presence;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;

/**
 * A set of drivers by their 64-bit ids (see {@link DriverId}): ids below 2<sup>32</sup> in a Roaring bitmap, all others
 * in a hash set. Not safe for use by several threads.
 */
public final class DriverSet {

    private static final long LARGEST_SMALL_ID = 0xFFFF_FFFFL;

    private final RoaringBitmap small;
    private LongSet large;

    public DriverSet() {
        this(new RoaringBitmap(), null);
    }

    private DriverSet(RoaringBitmap small, LongSet large) {
        this.small = small;
        this.large = large;
    }

    public void add(long driver) {
        if ((driver & ~LARGEST_SMALL_ID) == 0) {
            small.add((int) driver);
        } else {
            if (large == null) {
                large = new LongSet();
            }
            large.add(driver);
        }
    }

    /** Adds every driver of the other set, which stays as it is. */
    public void addAll(DriverSet other) {
        small.or(other.small);
        if (other.large != null) {
            if (large == null) {
                large = new LongSet();
            }
            large.addAll(other.large);
        }
    }

    public boolean contains(long driver) {
        return (driver & ~LARGEST_SMALL_ID) == 0
                ? small.contains((int) driver)
                : large != null && large.contains(driver);
    }

    /** How many drivers there are. */
    public long size() {
        return small.getLongCardinality() + (large == null ? 0 : large.size());
    }

    /** Visits every driver once: small ids in ascending order, then the others in ascending signed order. */
    public void forEach(LongConsumer visitor) {
        small.forEach((int id) -> visitor.accept(Integer.toUnsignedLong(id)));
        for (long id : sortedLarge()) {
            visitor.accept(id);
        }
    }

    /** The driver in the middle of the order that {@link #forEach} visits them in. */
    long median() {
        long rank = size() / 2;
        long smaller = small.getLongCardinality();
        return rank < smaller
                ? Integer.toUnsignedLong(small.select((int) rank))
                : sortedLarge()[(int) (rank - smaller)];
    }

    /** The drivers before this one in the order of {@link #forEach}. */
    DriverSet below(long driver) {
        return filtered(id -> precedes(id, driver));
    }

    /** This driver and those after it in the order of {@link #forEach}. */
    DriverSet from(long driver) {
        return filtered(id -> !precedes(id, driver));
    }

    private DriverSet filtered(LongPredicate wanted) {
        DriverSet result = new DriverSet();
        forEach(id -> {
            if (wanted.test(id)) {
                result.add(id);
            }
        });
        return result;
    }

    private static boolean precedes(long id, long other) {
        boolean isSmall = (id & ~LARGEST_SMALL_ID) == 0;
        boolean otherIsSmall = (other & ~LARGEST_SMALL_ID) == 0;
        return isSmall == otherIsSmall ? id < other : isSmall;
    }

    /** The bytes that {@link #write} will write, at most; makes the set compact first. */
    int compactSize() {
        makeCanonical();
        return small.serializedSizeInBytes() + Integer.BYTES + Long.BYTES * (large == null ? 0 : large.size());
    }

    /** Roaring's portable format (little-endian), then the number of other ids and these ids, ascending. */
    void write(ByteBuffer to) {
        makeCanonical();
        small.serialize(to);
        long[] ids = sortedLarge();
        to.putInt(ids.length);
        for (long id : ids) {
            to.putLong(id);
        }
    }

    static DriverSet read(ByteBuffer from) {
        ImmutableRoaringBitmap mapped = new ImmutableRoaringBitmap(from);
        RoaringBitmap small = mapped.toRoaringBitmap();
        from.position(from.position() + mapped.serializedSizeInBytes());
        int count = from.getInt();
        if (count == 0) {
            return new DriverSet(small, null);
        }
        LongSet large = new LongSet();
        for (int i = 0; i < count; i++) {
            large.add(from.getLong());
        }
        return new DriverSet(small, large);
    }

    /** Roaring keeps runs that it would not make anew, so that equal bitmaps may differ in bytes; without runs none do. */
    private void makeCanonical() {
        small.removeRunCompression();
        small.runOptimize();
    }

    private long[] sortedLarge() {
        return large == null ? new long[0] : large.sorted();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DriverSet that
                && small.equals(that.small)
                && Arrays.equals(sortedLarge(), that.sortedLarge());
    }

    @Override
    public int hashCode() {
        // Not the bitmap's own: that differs between equal bitmaps, with how each is stored.
        return 31 * Long.hashCode(small.getLongCardinality()) + Arrays.hashCode(sortedLarge());
    }

    @Override
    public String toString() {
        return size() + " drivers";
    }
}
