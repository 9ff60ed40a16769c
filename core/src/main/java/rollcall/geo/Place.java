package rollcall.geo;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Names a store: there is one in a city.
 *
 * @param state such as {@code TX}; as the store writes it
 */
public record Place(String city, String state) implements Comparable<Place>, Serializable {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::city).thenComparing(Place::state);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return city + ", " + state;
    }
}
