package rollcall.stock;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import rollcall.geo.Place;

/** The shelves of a product, read from the state block by block when they are needed. */
final class AisleShelves {

    private final String product;
    private final Thresholds thresholds;
    private final IntFunction<byte[]> state;
    private final ShelfBlock[] blocks = new ShelfBlock[ShelfBlock.BLOCKS];
    private final boolean[] touched = new boolean[ShelfBlock.BLOCKS];
    private final Set<Place> newStores = new TreeSet<>();

    AisleShelves(String product, Thresholds thresholds, IntFunction<byte[]> state) {
        this.product = product;
        this.thresholds = thresholds;
        this.state = state;
    }

    /** The shelf of a store, which there are readings for. */
    Shelf toChange(Place store) {
        int number = ShelfBlock.of(store);
        touched[number] = true;
        return block(number).shelves().computeIfAbsent(store, absent -> {
            newStores.add(store);
            return Shelf.unknown(store, thresholds.of(store, product));
        });
    }

    void forEach(Consumer<Shelf> taker) {
        for (int number = 0; number < blocks.length; number++) {
            block(number).shelves().values().forEach(taker);
        }
    }

    /** How many there are. */
    int count() {
        int count = 0;
        for (int number = 0; number < blocks.length; number++) {
            count += block(number).shelves().size();
        }
        return count;
    }

    Set<Place> newStores() {
        return newStores;
    }

    /** Adds the blocks that may have changed, by number. */
    void addChanged(Map<Integer, byte[]> entries) {
        for (int number = 0; number < blocks.length; number++) {
            if (touched[number]) {
                entries.put(number, blocks[number].toBytes());
            }
        }
    }

    private ShelfBlock block(int number) {
        if (blocks[number] == null) {
            blocks[number] = ShelfBlock.fromBytes(state.apply(number), product, thresholds);
        }
        return blocks[number];
    }
}
