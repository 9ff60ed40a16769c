package rollcall.stock;

import java.util.List;
import rollcall.geo.Place;

/**
 * A shelf as readers see it.
 *
 * @param now what the rules say of its newest level
 */
public record ShelfView(Place store, String product, Assessment now) {

    /**
     * The shelves of an entry of a product's state whose level is known, in no order.
     *
     * @param number the entry's number; an entry that holds no shelves gives none
     */
    public static List<ShelfView> of(String product, int number, byte[] entry, StockRules rules) {
        if (number >= ShelfBlock.BLOCKS) {
            return List.of();
        }
        return ShelfBlock.fromBytes(entry, product, rules.thresholds()).shelves().values().stream()
                .filter(Shelf::hasLevel)
                .map(shelf -> new ShelfView(shelf.store(), product, shelf.assess(rules)))
                .toList();
    }

    /** The number of the entry that has a store's shelf, in the state of any product. */
    public static int entryOf(Place store) {
        return ShelfBlock.of(store);
    }
}
