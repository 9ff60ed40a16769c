package rollcall.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import rollcall.config.ServerSettings;
import rollcall.config.Settings;
import rollcall.server.http.Routes;
import rollcall.server.ingest.IngestRoutes;
import rollcall.server.ingest.Kind;
import rollcall.server.ingest.PingKind;
import rollcall.server.ingest.RecordPublisher;
import rollcall.server.ingest.TicketKind;
import rollcall.server.live.LiveRoutes;
import rollcall.server.live.LiveStream;
import rollcall.server.live.Sessions;
import rollcall.server.live.StallWatch;
import rollcall.server.operations.HealthRoutes;
import rollcall.server.operations.IncidentRoutes;
import rollcall.server.operations.MetricsRoutes;
import rollcall.server.operations.OpenApiRoutes;
import rollcall.server.presence.ChangesReader;
import rollcall.server.presence.PresenceRoutes;
import rollcall.server.presence.RecentReader;
import rollcall.server.presence.RosterCache;
import rollcall.server.stock.AlertGauges;
import rollcall.server.stock.AlertRoutes;
import rollcall.server.stock.ShelfRoutes;
import rollcall.server.stock.StoreRoutes;
import rollcall.store.ConfiguredRules;
import rollcall.store.Database;

/** The HTTP server: the API, the live stream and the page. */
public final class RollcallServer implements AutoCloseable {

    private static final int LARGEST_BODY = 10 << 20;
    private static final long DRIVERS_CACHED = 16_000_000;

    private final Javalin http;
    private final LiveStream live;
    private final RecordPublisher publisher;
    private final AlertGauges alerts;
    private final Metrics metrics;

    private RollcallServer(
            Javalin http, LiveStream live, RecordPublisher publisher, AlertGauges alerts, Metrics metrics) {
        this.http = http;
        this.live = live;
        this.publisher = publisher;
        this.alerts = alerts;
        this.metrics = metrics;
    }

    /**
     * Starts to listen. Kafka and the database need not be there yet: what needs them fails until they are.
     *
     * @param database stays open when the server is closed
     * @param registry what {@code /metrics} shows; others may register meters of theirs in it
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    public static RollcallServer start(Settings settings, Database database, PrometheusMeterRegistry registry) {
        InstantSource clock = InstantSource.system();
        ObjectMapper json = Json.mapper();
        String topic = settings.kafka().pings();
        RosterCache rosters = new RosterCache(database.rosters(), DRIVERS_CACHED);
        RecentReader recent = new RecentReader(database.ledger(), rosters, topic, clock);
        ChangesReader changes = new ChangesReader(database.ledger(), recent, topic, clock);
        LiveStream live = new LiveStream(
                new Sessions(database, recent, changes, topic, clock, json),
                new StallWatch("pings", topic, database.ledger(), database.incidents()),
                new StallWatch("tickets", settings.kafka().tickets(), database.ledger(), database.incidents()),
                clock,
                registry);
        Kind pings = new PingKind(topic, settings.presence());
        Kind tickets = new TicketKind(
                settings.kafka().tickets(),
                settings.stock().maxAhead(),
                settings.stock().maxLate());
        RecordPublisher publisher = new RecordPublisher(settings.kafka());
        AlertGauges alerts = new AlertGauges(database.alerts(), registry);
        Metrics metrics = new Metrics(registry);
        List<Routes> routes = List.of(
                new Page(),
                new Vendored(),
                new Problems(LARGEST_BODY),
                new BearerToken(settings.server().apiToken()),
                new PresenceRoutes(database, rosters, recent, changes, topic, clock),
                new AlertRoutes(database.alerts(), clock),
                new ShelfRoutes(database, settings.kafka().tickets(), ConfiguredRules.of(settings.stock())),
                new StoreRoutes(database),
                new LiveRoutes(live),
                new IngestRoutes(pings, publisher, clock, LARGEST_BODY, registry),
                new IngestRoutes(tickets, publisher, clock, LARGEST_BODY, registry),
                new IncidentRoutes(database, settings.kafka()),
                new HealthRoutes(database),
                new MetricsRoutes(registry),
                new OpenApiRoutes());
        Javalin http = Javalin.create(config -> {
            configure(config, settings.server(), json);
            Page.configure(config);
            metrics.configure(config);
            routes.forEach(each -> each.addTo(config.routes));
        });
        http.start();
        live.start();
        alerts.start();
        return new RollcallServer(http, live, publisher, alerts, metrics);
    }

    private static void configure(JavalinConfig config, ServerSettings settings, ObjectMapper json) {
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.prefer405over404 = true;
        config.jsonMapper(new JavalinJackson(json, false));
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    /** The port that it listens on. */
    public int port() {
        return http.port();
    }

    /** All calls of the API, such as {@code GET /reports}. */
    List<String> routes() {
        return http.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .filter(endpoint -> !endpoint.path.equals("/") && !endpoint.path.startsWith("/vendor/"))
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
    }

    @Override
    public void close() {
        live.close();
        http.stop();
        publisher.close();
        alerts.close();
        metrics.close();
    }
}
