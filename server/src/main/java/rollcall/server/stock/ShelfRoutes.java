package rollcall.server.stock;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import rollcall.geo.Place;
import rollcall.server.http.Parameters;
import rollcall.server.http.Routes;
import rollcall.stock.AlertKind;
import rollcall.stock.Assessment;
import rollcall.stock.ShelfView;
import rollcall.stock.StockRules;
import rollcall.store.Committed;
import rollcall.store.Database;
import rollcall.store.ShelfEntry;
import rollcall.store.Shelves;

/** {@code /api/shelves}: what is on the shelves now. */
public final class ShelfRoutes implements Routes {

    private static final int USUAL_LIMIT = 1_000;
    private static final int MOST = 100_000;

    /** A shelf as it is shown. */
    private record Shelf(
            String city,
            String state,
            String product,
            long level,
            String kind,
            long threshold,
            double reorderPoint,
            double clearLevel,
            double demandPerHour,
            Double minutesLeft,
            Instant at) {

        static Shelf of(ShelfView view) {
            Assessment now = view.now();
            return new Shelf(
                    view.store().city(),
                    view.store().state(),
                    view.product(),
                    now.level(),
                    Optional.ofNullable(now.kind()).map(AlertKind::text).orElse(null),
                    now.threshold(),
                    now.reorderPoint(),
                    now.clearLevel(),
                    now.demandPerHour(),
                    now.minutesLeft().isPresent() ? now.minutesLeft().getAsDouble() : null,
                    Instant.ofEpochMilli(now.atMillis()));
        }
    }

    private static final Comparator<ShelfView> BY_STORE_AND_PRODUCT =
            Comparator.comparing(ShelfView::store).thenComparing(ShelfView::product);

    /** Those that fire a rule first, the worst kind first; then by how long what is left will last. */
    private static final Comparator<ShelfView> WORST_FIRST = Comparator.<ShelfView>comparingInt(shelf ->
                    shelf.now().kind() == null ? 1 : -shelf.now().kind().ordinal())
            .thenComparingDouble(shelf -> shelf.now().minutesLeft().orElse(Double.POSITIVE_INFINITY))
            .thenComparingLong(shelf -> shelf.now().level())
            .thenComparing(BY_STORE_AND_PRODUCT);

    private static final Map<String, Comparator<ShelfView>> ORDERS =
            Map.of("product", BY_STORE_AND_PRODUCT, "worst", WORST_FIRST);

    private final Shelves shelves;
    private final Supplier<Committed> committed;
    private final StockRules rules;

    /** @param topic of tickets */
    public ShelfRoutes(Database database, String topic, StockRules rules) {
        this.shelves = database.shelves();
        this.committed = () -> database.stockCommits().committed(topic);
        this.rules = rules;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/shelves", this::list);
    }

    private void list(Context request) {
        Parameters parameters = new Parameters(request);
        Optional<String> city = parameters.text("city");
        Optional<String> state = parameters.text("state");
        Optional<String> product = parameters.text("product");
        Comparator<ShelfView> order =
                parameters.text("order").map(ShelfRoutes::order).orElse(BY_STORE_AND_PRODUCT);
        int limit = parameters.number("limit", USUAL_LIMIT, 1, MOST);
        List<ShelfView> found = entries(city, state, product).stream()
                .flatMap(entry -> ShelfView.of(entry.product(), entry.number(), entry.state(), rules).stream())
                .filter(shelf ->
                        city.isEmpty() || city.get().equals(shelf.store().city()))
                .filter(shelf ->
                        state.isEmpty() || state.get().equals(shelf.store().state()))
                .sorted(order)
                .toList();
        request.header("X-Total", String.valueOf(found.size()));
        request.json(found.stream().limit(limit).map(Shelf::of).toList());
    }

    private static Comparator<ShelfView> order(String name) {
        if (!ORDERS.containsKey(name)) {
            throw Parameters.bad("order", name, "is neither product nor worst", "order=worst");
        }
        return ORDERS.get(name);
    }

    /** As few as the question allows. */
    private List<ShelfEntry> entries(Optional<String> city, Optional<String> state, Optional<String> product) {
        if (product.isPresent()) {
            return shelves.ofProducts(List.of(product.get()), committed);
        }
        if (city.isPresent() && state.isPresent()) {
            return shelves.ofNumber(ShelfView.entryOf(new Place(city.get(), state.get())), committed);
        }
        return shelves.all(committed);
    }
}
