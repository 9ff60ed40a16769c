package rollcall.geo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where stores are: where their owner says they are, else where the gazetteer has a city of that name. Answers are
 * remembered. Not safe for use by several threads.
 */
public final class StoreDirectory {

    private final PlaceIndex own = new PlaceIndex();
    private final Gazetteer gazetteer;
    private final Map<Place, Optional<Location>> known = new HashMap<>();

    /** @param own found however they are spelled, as the gazetteer's cities are */
    public StoreDirectory(Map<Place, Location> own, Gazetteer gazetteer) {
        own.forEach((store, location) -> this.own.add(store, location, 0));
        this.gazetteer = gazetteer;
    }

    /** The location of a store; empty if nobody knows it. */
    public Optional<Location> locate(Place store) {
        return known.computeIfAbsent(store, unknown -> own.find(unknown).or(() -> gazetteer.find(unknown)));
    }
}
