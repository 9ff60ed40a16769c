package rollcall.server.operations;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rollcall.config.KafkaSettings;
import rollcall.server.http.Routes;
import rollcall.store.Database;
import rollcall.store.Incident;

/** {@code /api/incidents}: what was lost, and what was refused. */
public final class IncidentRoutes implements Routes {

    private static final int MOST = 1000;

    /**
     * @param rejected how many records were rejected so far, by reason
     * @param rejectedTopic where they are kept
     */
    private record Incidents(List<Incident> incidents, Map<String, Long> rejected, String rejectedTopic) {}

    private final Database database;
    private final KafkaSettings kafka;

    public IncidentRoutes(Database database, KafkaSettings kafka) {
        this.database = database;
        this.kafka = kafka;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/incidents", request -> request.json(read()));
    }

    private Incidents read() {
        Map<String, Long> rejected = new TreeMap<>();
        for (String topic : List.of(kafka.pings(), kafka.tickets())) {
            database.ledger()
                    .frontier(topic)
                    .rejectedByReason()
                    .forEach((reason, count) -> rejected.merge(reason, count, Long::sum));
        }
        return new Incidents(database.incidents().newest(MOST), rejected, kafka.rejected());
    }
}
