package rollcall.store;

import java.util.Optional;
import rollcall.geo.Location;
import rollcall.geo.Place;

/**
 * A store that has been heard of.
 *
 * @param locationOrNull where it is; null if nobody knows
 */
public record StoredStore(Place place, Location locationOrNull) {

    public Optional<Location> location() {
        return Optional.ofNullable(locationOrNull);
    }
}
