package rollcall.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the location of a place however its name is spelled. */
final class PlaceIndex {

    private record Entry(Place place, Location location, long population) {}

    private final Map<Place, List<Entry>> entries = new HashMap<>();

    void add(Place place, Location location, long population) {
        entries.computeIfAbsent(PlaceNames.canonical(place), canonical -> new ArrayList<>(1))
                .add(new Entry(place, location, population));
    }

    /** Of several places of one name: the one spelled like this, then the most populous, then the first in order. */
    Optional<Location> find(Place place) {
        return entries.getOrDefault(PlaceNames.canonical(place), List.of()).stream()
                .max(Comparator.<Entry, Boolean>comparing(entry -> entry.place().equals(place))
                        .thenComparing(entry -> entry.place().city().equals(place.city()))
                        .thenComparing(Entry::population)
                        .thenComparing(Entry::place, Comparator.reverseOrder()))
                .map(Entry::location);
    }
}
