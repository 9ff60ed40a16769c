package rollcall.stock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rollcall.geo.Place;

/**
 * Some of a product's shelves as one entry of the state, for an entry costs as much to read and write as some sixty
 * shelves. Equal shelves have equal bytes.
 */
final class ShelfBlock {

    /** How many blocks a product has, however many shelves: some 60 shelves each where there are 1,000 stores. */
    static final int BLOCKS = 16;

    private static final int FORMAT = 1;
    private static final int BYTES_PER_SHELF = 64;

    private final Map<Place, Shelf> shelves;

    private ShelfBlock(Map<Place, Shelf> shelves) {
        this.shelves = shelves;
    }

    /** The block that a store's shelf is in. */
    static int of(Place store) {
        int hash = 31 * store.city().hashCode() + store.state().hashCode();
        return (hash * 0x9E3779B9) >>> 28; // spreads names that differ in a letter only
    }

    Map<Place, Shelf> shelves() {
        return shelves;
    }

    /** @param bytes what {@link #toBytes} gave; null for a block that has never been written */
    static ShelfBlock fromBytes(byte[] bytes, String product, Thresholds thresholds) {
        Map<Place, Shelf> shelves = new HashMap<>();
        if (bytes != null) {
            PackedReader in = new PackedReader(bytes);
            Formats.require(FORMAT, in, "shelves");
            long baseMillis = in.signed();
            for (int count = in.count(); count > 0; count--) {
                Shelf shelf = Shelf.readFrom(in, baseMillis, product, thresholds);
                shelves.put(shelf.store(), shelf);
            }
        }
        return new ShelfBlock(shelves);
    }

    byte[] toBytes() {
        List<Shelf> sorted = new ArrayList<>(shelves.values());
        sorted.sort(Comparator.comparing(Shelf::store));
        long baseMillis = sorted.isEmpty() ? 0 : sorted.get(0).demandSeenAtMillis();
        PackedWriter out = new PackedWriter(16 + BYTES_PER_SHELF * sorted.size());
        out.unsigned(FORMAT);
        out.signed(baseMillis);
        out.unsigned(sorted.size());
        sorted.forEach(shelf -> shelf.writeTo(out, baseMillis));
        return out.toBytes();
    }
}
