package rollcall.stock;

import java.io.Serializable;
import java.util.Map;
import rollcall.geo.Place;

/**
 * Levels at or below which shelves are low, in units; the most special one counts.
 *
 * @param usual of every other shelf
 * @param products of a product
 * @param stores of a store
 * @param shelves of a product in a store, by {@link ShelfId}
 */
public record Thresholds(long usual, Map<String, Long> products, Map<Place, Long> stores, Map<String, Long> shelves)
        implements Serializable {

    public Thresholds {
        products = Map.copyOf(products);
        stores = Map.copyOf(stores);
        shelves = Map.copyOf(shelves);
    }

    /** The same for all shelves. */
    public static Thresholds of(long usual) {
        return new Thresholds(usual, Map.of(), Map.of(), Map.of());
    }

    /** A product's own comes before a store's: some products sell faster than others everywhere. */
    long of(Place store, String product) {
        Long shelf = shelves.isEmpty() ? null : shelves.get(ShelfId.of(store, product));
        if (shelf != null) {
            return shelf;
        }
        Long ofProduct = products.get(product);
        return ofProduct != null ? ofProduct : stores.getOrDefault(store, usual);
    }
}
