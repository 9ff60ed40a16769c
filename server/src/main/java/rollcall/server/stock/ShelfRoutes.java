package rollcall.server.stock;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
        int limit = parameters.number("limit", USUAL_LIMIT, 1, MOST);
        List<ShelfView> found = entries(city, state, product).stream()
                .flatMap(entry -> ShelfView.of(entry.product(), entry.number(), entry.state(), rules).stream())
                .filter(shelf ->
                        city.isEmpty() || city.get().equals(shelf.store().city()))
                .filter(shelf ->
                        state.isEmpty() || state.get().equals(shelf.store().state()))
                .sorted(BY_STORE_AND_PRODUCT)
                .toList();
        request.header("X-Total", String.valueOf(found.size()));
        request.json(found.stream().limit(limit).map(Shelf::of).toList());
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
