package rollcall.server.stock;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rollcall.geo.Location;
import rollcall.geo.Place;
import rollcall.server.http.Routes;
import rollcall.server.http.Shared;
import rollcall.store.Database;
import rollcall.store.PlaceAlerts;
import rollcall.store.StoredStore;

/** {@code /api/stores}: where the stores are, and how bad it is there. */
public final class StoreRoutes implements Routes {

    /**
     * A store as it is shown.
     *
     * @param latitude in degrees; null if nobody knows where it is
     * @param alerts how many alerts are not resolved
     * @param worst the worst kind among them; null if there are none
     */
    private record Store(String city, String state, Double latitude, Double longitude, int alerts, String worst) {}

    private final Database database;
    private final Shared<List<Store>> stores;

    public StoreRoutes(Database database) {
        this.database = database;
        this.stores = new Shared<>(this::read);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/stores", request -> request.json(stores.get()));
    }

    private List<Store> read() {
        Map<Place, PlaceAlerts> alerts = database.alerts().places();
        return database.stores().all().stream()
                .map(store -> store(store, Optional.ofNullable(alerts.get(store.place()))))
                .toList();
    }

    private static Store store(StoredStore store, Optional<PlaceAlerts> alerts) {
        return new Store(
                store.place().city(),
                store.place().state(),
                store.location().map(Location::latitude).orElse(null),
                store.location().map(Location::longitude).orElse(null),
                alerts.map(PlaceAlerts::count).orElse(0),
                alerts.map(there -> there.worst().text()).orElse(null));
    }
}
