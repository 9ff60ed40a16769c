package rollcall.server.live;

import rollcall.geo.Place;
import rollcall.store.PlaceAlerts;

/**
 * How bad it is in a store now.
 *
 * @param alerts how many are not resolved
 * @param worst the worst kind among them; null if there are none
 */
record PlaceChange(String city, String state, int alerts, String worst) {

    /** @param there null if there are no alerts */
    static PlaceChange of(Place place, PlaceAlerts there) {
        return new PlaceChange(
                place.city(),
                place.state(),
                there == null ? 0 : there.count(),
                there == null ? null : there.worst().text());
    }
}
