package rollcall.store;

/** Numbers what a batch of the stock job writes: runs count up over the life of the database, batches within a run. */
public final class ShelfVersion {

    private static final int BATCH_BITS = 32;

    private ShelfVersion() {}

    /** The version that a batch writes; those of later runs and batches are greater. */
    public static long of(long run, long batch) {
        return run << BATCH_BITS | batch;
    }

    static long runOf(long version) {
        return version >>> BATCH_BITS;
    }
}
