package rollcall.server.stock;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.InstantSource;
import java.util.List;
import rollcall.server.http.Parameters;
import rollcall.server.http.Routes;
import rollcall.stock.Acknowledgement;
import rollcall.store.Alerts;
import rollcall.store.StoredAlert;

/** {@code /api/alerts}, {@code /api/alerts/{id}/acknowledge} and {@code /poll}. */
public final class AlertRoutes implements Routes {

    private static final int MOST_POLLED = 1000;

    /** One entry of {@code /poll}. */
    private record LowProduct(@JsonProperty("low_product") String product, String state, String city) {}

    private final Alerts alerts;
    private final InstantSource clock;

    public AlertRoutes(Alerts alerts, InstantSource clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/alerts", this::list);
        routes.post("/api/alerts/{id}/acknowledge", this::acknowledge);
        routes.get("/poll", this::poll);
    }

    private void list(Context request) {
        AlertQuery query = AlertQuery.of(new Parameters(request));
        // One more than is shown tells whether there is a next page.
        List<StoredAlert> found = alerts.page(query.filter(), query.before(), query.limit() + 1);
        List<StoredAlert> page = found.subList(0, Math.min(found.size(), query.limit()));
        if (found.size() > page.size()) {
            long last = page.get(page.size() - 1).number();
            request.header("Link", "<" + request.path() + query.next(last) + ">; rel=\"next\"");
            request.header("X-Next", String.valueOf(last));
        }
        if (query.total()) {
            request.header("X-Total", String.valueOf(alerts.count(query.filter())));
        }
        request.json(page.stream().map(AlertView::of).toList());
    }

    private void acknowledge(Context request) {
        String id = request.pathParam("id");
        String comment = AcknowledgementBody.comment(request.bodyAsBytes());
        try {
            StoredAlert now = alerts.acknowledge(id, new Acknowledgement(comment, clock.instant()))
                    .orElseThrow(() -> new NotFoundResponse(
                            "There is no alert '" + id + "'. The ids of those there are: /api/alerts."));
            request.json(AlertView.of(now));
        } catch (IllegalStateException resolved) {
            throw new ConflictResponse(resolved.getMessage() + ".");
        }
    }

    private void poll(Context request) {
        long cursor = new Parameters(request).cursor("after").orElse(0);
        List<StoredAlert> raised = alerts.after(cursor, MOST_POLLED);
        long next = raised.isEmpty() ? cursor : raised.get(raised.size() - 1).number();
        request.header("X-Cursor", String.valueOf(next));
        request.json(raised.stream().map(AlertRoutes::lowProduct).toList());
    }

    private static LowProduct lowProduct(StoredAlert stored) {
        return new LowProduct(
                stored.alert().product(),
                stored.alert().store().state(),
                stored.alert().store().city());
    }
}
