package rollcall.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rollcall.config.EmbeddedSettings;
import rollcall.config.KafkaSettings;
import rollcall.config.MongoSettings;
import rollcall.config.PresenceSettings;
import rollcall.config.ServerSettings;
import rollcall.config.Settings;
import rollcall.config.SparkSettings;
import rollcall.store.Database;

/** A server of its own for one test, over a database behind the real protocol and driver, asked over real HTTP. */
public final class ServerUnderTest implements AutoCloseable {

    /** Nobody listens there. */
    private static final String NO_BROKER = "127.0.0.1:1";

    private final MongoServer mongo = new MongoServer(H2Backend.inMemory());
    private final Database database;
    private final Settings settings;
    private RollcallServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final PingCounter pings;
    private final AlertWriter alerts;
    private final ShelfWriter shelves;
    private int port;

    public ServerUnderTest() {
        this(Optional.empty());
    }

    public ServerUnderTest(String apiToken) {
        this(Optional.of(apiToken));
    }

    private ServerUnderTest(Optional<String> apiToken) {
        String uri = "mongodb://127.0.0.1:" + mongo.bind().getPort() + "/?serverSelectionTimeoutMS=500";
        settings = new Settings(
                new KafkaSettings(
                        NO_BROKER,
                        "pings",
                        "tickets",
                        "notifications",
                        "rollcall.rejected",
                        Duration.ofSeconds(5),
                        Map.of("max.block.ms", "300", "reconnect.backoff.ms", "5000")),
                new MongoSettings(uri, "rollcall"),
                new PresenceSettings(Duration.ofMinutes(5), null, 1_000_000, 0, Duration.ZERO),
                Settings.defaults().stock(),
                new ServerSettings("127.0.0.1", 0, apiToken),
                new SparkSettings("local[1]", Map.of()),
                new EmbeddedSettings(0, 0, Path.of("unused")));
        database = Database.open(settings.mongo());
        database.prepare();
        pings = new PingCounter(database, settings.kafka().pings());
        alerts = new AlertWriter(database.alerts());
        shelves = new ShelfWriter(database);
        server = start(settings);
    }

    private RollcallServer start(Settings settings) {
        return RollcallServer.start(settings, database, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    /** Ends the server as a signal would; the database stays. */
    public void stop() {
        port = server.port();
        server.close();
    }

    /** Starts it again after {@link #stop}, on the same port. */
    public void startAgain() {
        server = start(new Settings(
                settings.kafka(),
                settings.mongo(),
                settings.presence(),
                settings.stock(),
                new ServerSettings("127.0.0.1", port, settings.server().apiToken()),
                settings.spark(),
                settings.embedded()));
    }

    public Database database() {
        return database;
    }

    /** Counts pings into the database, as the engine would. */
    public PingCounter pings() {
        return pings;
    }

    /** Writes alerts into the database, as the engine would. */
    public AlertWriter alerts() {
        return alerts;
    }

    /** Writes shelves into the database, as the engine would. */
    public ShelfWriter shelves() {
        return shelves;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    public HttpClient client() {
        return client;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    public HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** The answer to a GET, which must be a 200. */
    public JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json(answer);
    }

    public JsonNode json(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException noJson) {
            throw new UncheckedIOException("Not JSON: " + answer.body(), noJson);
        }
    }

    /** All calls, such as {@code GET /reports}. */
    List<String> routes() {
        return server.routes();
    }

    /** Takes the database away for good. */
    public void endDatabase() {
        mongo.shutdownNow();
    }

    @Override
    public void close() {
        server.close();
        database.close();
        mongo.shutdownNow();
    }
}
