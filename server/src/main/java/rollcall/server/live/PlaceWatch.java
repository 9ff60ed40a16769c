package rollcall.server.live;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import rollcall.geo.Place;
import rollcall.store.Alerts;
import rollcall.store.PlaceAlerts;

/** Tells in which stores it has become better or worse. */
final class PlaceWatch {

    private final Alerts alerts;
    private Map<Place, PlaceAlerts> before = Map.of();

    PlaceWatch(Alerts alerts) {
        this.alerts = alerts;
    }

    /** The stores whose alerts' number or worst kind has changed since the last call; the first time, all with alerts. */
    List<PlaceChange> changed() {
        Map<Place, PlaceAlerts> now = alerts.places();
        TreeSet<Place> places = new TreeSet<>(before.keySet());
        places.addAll(now.keySet());
        places.removeIf(place -> Objects.equals(before.get(place), now.get(place)));
        before = now;
        return places.stream()
                .map(place -> PlaceChange.of(place, now.get(place)))
                .toList();
    }
}
