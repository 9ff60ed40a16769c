package rollcall.server.operations;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rollcall.server.http.Routes;
import rollcall.store.Database;
import rollcall.store.Incident;

/** {@code /api/incidents}: what was lost, and what was refused. */
public final class IncidentRoutes implements Routes {

    private static final int MOST = 1000;

    /** @param rejected how many records were rejected so far, by reason */
    private record Incidents(List<Incident> incidents, Map<String, Long> rejected) {}

    private final Database database;
    private final List<String> topics;

    /** @param topics those that records come in on */
    public IncidentRoutes(Database database, List<String> topics) {
        this.database = database;
        this.topics = List.copyOf(topics);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/incidents", request -> request.json(read()));
    }

    private Incidents read() {
        Map<String, Long> rejected = new TreeMap<>();
        for (String topic : topics) {
            database.ledger()
                    .frontier(topic)
                    .rejectedByReason()
                    .forEach((reason, count) -> rejected.merge(reason, count, Long::sum));
        }
        return new Incidents(database.incidents().newest(MOST), rejected);
    }
}
