package rollcall.stock;

import java.util.HashMap;
import java.util.Map;
import rollcall.geo.Place;

/**
 * All readings of one product from a stretch of a partition, in the order of their offsets, packed: about eight bytes
 * each. A store is written out where it comes first and is a number after.
 */
public final class ReadingLog {

    static final int FORMAT = 1;

    private final PackedWriter out = new PackedWriter(256);
    private final Map<Place, Integer> stores = new HashMap<>();
    private long lastOffset;
    private long lastArrived;
    private long lastAt;

    /** @param partition that the readings are from */
    public ReadingLog(int partition) {
        out.unsigned(FORMAT);
        out.unsigned(partition);
    }

    /** Adds the next reading; the arguments are those of {@link Reading}. */
    public void add(Place store, long arrivedMillis, long atMillis, long offset, long level, long quantity) {
        out.unsigned(offset - lastOffset);
        out.signed(arrivedMillis - lastArrived);
        out.signed(atMillis - lastAt);
        Integer known = stores.get(store);
        if (known == null) {
            stores.put(store, stores.size());
            out.unsigned(0);
            out.text(store.city());
            out.text(store.state());
        } else {
            out.unsigned(known + 1);
        }
        out.signed(level);
        out.unsigned(quantity);
        lastOffset = offset;
        lastArrived = arrivedMillis;
        lastAt = atMillis;
    }

    /** Its size so far, in bytes. */
    public int length() {
        return out.length();
    }

    public byte[] toBytes() {
        return out.toBytes();
    }
}
