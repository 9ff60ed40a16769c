package rollcall.stock;

import java.util.BitSet;
import java.util.List;
import rollcall.geo.Place;

/**
 * All readings of one product from a stretch of a partition, in the order of their offsets, packed: about eight bytes
 * each. Stores are numbers, those that are named at the beginning.
 */
public final class ReadingLog {

    static final int FORMAT = 1;

    private final int partition;
    private final PackedWriter readings = new PackedWriter(64);
    private final BitSet stores = new BitSet();
    private long lastOffset;
    private long lastArrived;
    private long lastAt;

    /** @param partition that the readings are from */
    public ReadingLog(int partition) {
        this.partition = partition;
    }

    /**
     * Adds the next reading. The arguments are those of {@link Reading}.
     *
     * @param store the store's number, from 0 on: its place in the list that {@link #toBytes} is given
     * @return whether it is the store's first one here
     */
    public boolean add(int store, long arrivedMillis, long atMillis, long offset, long level, long quantity) {
        boolean isNew = !stores.get(store);
        if (isNew) {
            stores.set(store);
        }
        readings.unsigned(store);
        readings.unsigned(offset - lastOffset);
        readings.signed(arrivedMillis - lastArrived);
        readings.signed(atMillis - arrivedMillis - (lastAt - lastArrived));
        readings.signed(level);
        readings.unsigned(quantity);
        lastOffset = offset;
        lastArrived = arrivedMillis;
        lastAt = atMillis;
        return isNew;
    }

    /** Its size so far, without the stores' names, in bytes. */
    public int length() {
        return readings.length();
    }

    /** @param names the stores by number */
    public byte[] toBytes(List<Place> names) {
        PackedWriter out = new PackedWriter(16 + 24 * stores.cardinality() + readings.length());
        out.unsigned(FORMAT);
        out.unsigned(partition);
        out.unsigned(stores.cardinality());
        stores.stream().forEach(number -> {
            out.unsigned(number);
            out.text(names.get(number).city());
            out.text(names.get(number).state());
        });
        out.append(readings);
        return out.toBytes();
    }
}
