package rollcall.server.operations;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rollcall.server.http.Routes;
import rollcall.store.Database;

/** {@code /health/live}: the process answers. {@code /health/ready}: it has its database too. */
public final class HealthRoutes implements Routes {

    private static final Logger LOG = LoggerFactory.getLogger(HealthRoutes.class);

    private final Database database;

    public HealthRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health/live", request -> request.json(Map.of("status", "up")));
        routes.get("/health/ready", this::ready);
    }

    private void ready(Context request) {
        try {
            database.ping();
        } catch (RuntimeException unreachable) {
            LOG.warn("Not ready: the database gives no sign of life", unreachable);
            throw new ServiceUnavailableResponse("The database gives no sign of life.");
        }
        request.json(Map.of("status", "ready"));
    }
}
