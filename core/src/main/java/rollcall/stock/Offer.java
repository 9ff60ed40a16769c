package rollcall.stock;

import rollcall.geo.Location;
import rollcall.geo.Place;
import rollcall.geo.UnitVector;

/** What a store may be able to give others of a product. */
public interface Offer {

    Place store();

    Location location();

    /** The location once more. */
    UnitVector direction();

    /** How many units the store can give; less than 1 is no offer. Asked only where the store is near enough to matter. */
    long spare();

    /** An offer that is known. */
    static Offer of(Place store, Location location, long spare) {
        return new Known(store, location, UnitVector.of(location), spare);
    }

    /** See {@link #of}. */
    record Known(Place store, Location location, UnitVector direction, long spare) implements Offer {}
}
