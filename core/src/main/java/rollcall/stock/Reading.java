package rollcall.stock;

/**
 * What one ticket says of a shelf.
 *
 * @param arrivedMillis the record's own timestamp, in epoch milliseconds: tells the order of records in different
 *     partitions
 * @param atMillis event time, in epoch milliseconds
 * @param level units left; {@link #NO_LEVEL} if the ticket doesn't tell
 * @param quantity units bought
 */
public record Reading(long arrivedMillis, long atMillis, int partition, long offset, long level, long quantity) {

    /** Stands for a level that the ticket doesn't tell. */
    public static final long NO_LEVEL = -1;

    boolean hasLevel() {
        return level != NO_LEVEL;
    }
}
