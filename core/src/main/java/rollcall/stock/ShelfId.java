package rollcall.stock;

import rollcall.geo.Place;

/** How a shelf, one product in one store, is named to the outside: {@code City|State|Product}. */
public final class ShelfId {

    private ShelfId() {}

    public static String of(Place store, String product) {
        return of(store) + "|" + escape(product);
    }

    /** Names a store: {@code City|State}. */
    public static String of(Place store) {
        return escape(store.city()) + "|" + escape(store.state());
    }

    /** A name as a part of an id: names must stay apart whatever they hold. */
    public static String escape(String name) {
        return name.replace("%", "%25").replace("|", "%7C");
    }
}
