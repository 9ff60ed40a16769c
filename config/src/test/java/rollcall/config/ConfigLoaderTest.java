package rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {

    @TempDir
    Path directory;

    @Test
    void givesTheDefaultsWhenNobodySaysAnything() {
        Configuration loaded = load(Map.of());

        assertThat(loaded.settings().kafka().brokers()).isEqualTo("localhost:9092");
        assertThat(loaded.settings().kafka().rejected()).isEqualTo("rollcall.rejected");
        assertThat(loaded.settings().presence())
                .isEqualTo(new PresenceSettings(Duration.ofMinutes(5), null, 10_000_000, 0, Duration.ofMillis(500)));
        assertThat(loaded.settings().server()).isEqualTo(new ServerSettings("127.0.0.1", 8080, Optional.empty()));
        assertThat(loaded.settings().embedded()).isEqualTo(new EmbeddedSettings(9092, 27017, Path.of("data")));
        assertThat(loaded.lines()).extracting(ConfigLine::source).containsOnly("default");
    }

    @Test
    void letsFileThenEnvironmentThenFlagsWin() throws IOException {
        Path file = file("server { host = a, port = 1 }", "mongo.database = from_file");
        Flag flag = new Flag("--port", Keys.SERVER_PORT, "3");

        Configuration loaded = ConfigLoader.load(new ConfigSources(
                Optional.of(file), Map.of("ROLLCALL_HTTP_PORT", "2", "ROLLCALL_HTTP_HOST", "b"), List.of(flag)));

        assertThat(loaded.settings().server()).isEqualTo(new ServerSettings("b", 3, Optional.empty()));
        assertThat(loaded.settings().mongo().database()).isEqualTo("from_file");
        assertThat(line(loaded, "server.port").source()).isEqualTo("flag --port");
        assertThat(line(loaded, "server.host").source()).isEqualTo("environment ROLLCALL_HTTP_HOST");
        assertThat(line(loaded, "mongo.database").source()).isEqualTo(file + ":2");
    }

    @Test
    void readsEveryVariableOfTheTable() {
        for (Key<?> key : Keys.ALL) {
            String example = key.kind().example().replace("\"", "");

            Configuration loaded = load(Map.of(key.environment(), example));

            assertThat(line(loaded, key.path()).source()).isEqualTo("environment " + key.environment());
        }
    }

    @Test
    void countsVariableThatIsSetToNothingAsNotSet() {
        assertThat(load(Map.of("KAFKA_BROKERS", "")).settings().kafka().brokers())
                .isEqualTo("localhost:9092");
    }

    @Test
    void reportsAllProblemsOfAllSourcesAtOnce() throws IOException {
        Path file = file("kafka.broker = x", "presence.max-ahead = soon", "server = 8080");
        Flag flag = new Flag("--port", Keys.SERVER_PORT, "70000");

        assertThatThrownBy(() -> ConfigLoader.load(
                        new ConfigSources(Optional.of(file), Map.of("MONGO_URI", "db:27017"), List.of(flag))))
                .isInstanceOfSatisfying(
                        InvalidConfiguration.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::toString)
                                .containsExactlyInAnyOrder(
                                        "kafka.broker (" + file
                                                + ":1): there is no such key (did you mean kafka.brokers?)."
                                                + " Valid: kafka.brokers = \"kafka-1:9092,kafka-2:9092\"",
                                        "presence.max-ahead = \"soon\" (" + file
                                                + ":2): must be a duration of at least 0"
                                                + " with a unit: ms, s, m, h or d. Valid: presence.max-ahead = 5m",
                                        "server is number (" + file + ":3): is a section, not a value."
                                                + " Valid: server { … }",
                                        "mongo.uri = \"db:27017\" (environment MONGO_URI): must be a connection string that"
                                                + " begins with mongodb:// or mongodb+srv://."
                                                + " Valid: mongo.uri = \"mongodb://user:password@db-1:27017,db-2:27017\"",
                                        "server.port = \"70000\" (flag --port): must be a whole number from 0 to 65535."
                                                + " Valid: server.port = 8080"));
    }

    @Test
    void rejectsNumberWithoutUnitForDuration() {
        assertThat(problems(Map.of("ROLLCALL_PRESENCE_MAX_AHEAD", "5"))).contains("with a unit");
    }

    @Test
    void rejectsTopicThatIsAlsoAnother() {
        assertThat(problems(Map.of("KAFKA_REJECTED_TOPIC", "pings")))
                .contains("kafka.topics.rejected = \"pings\"", "is also kafka.topics.pings");
    }

    @Test
    void rejectsNullAndSectionsWhereValuesBelong() throws IOException {
        assertThat(problems(file("mongo.uri = null", "server.port { a = 1 }", "kafka.client = 5")))
                .contains("mongo.uri is null", "server.port is object", "kafka.client is number");
    }

    @Test
    void passesPropertiesOnUnderTheirFullNames() throws IOException {
        Configuration loaded = load(file(
                "kafka.client { security.protocol = SASL_SSL, \"sasl.mechanism\" = PLAIN, retries = 3 }",
                "spark.conf { \"spark.speculation\" = true, spark.speculation.interval = 1s }"));

        assertThat(loaded.settings().kafka().client())
                .isEqualTo(Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN", "retries", "3"));
        assertThat(loaded.settings().spark().conf())
                .isEqualTo(Map.of("spark.speculation", "true", "spark.speculation.interval", "1s"));
        assertThat(line(loaded, "kafka.client.retries").source()).endsWith("rollcall.conf:1");
    }

    @Test
    void rejectsSparkPropertyThatSparkWouldIgnore() throws IOException {
        assertThat(problems(file("spark.conf { executor.memory = 4g }")))
                .contains("spark.conf.executor.memory", "does not begin with spark.");
    }

    @Test
    void fillsVariablesIntoTheFile() throws IOException {
        Path file = file("mongo.uri = \"mongodb://u:\"${PASSWORD}\"@db\"", "mongo.database = ${kafka.topics.pings}");

        Configuration loaded =
                ConfigLoader.load(new ConfigSources(Optional.of(file), Map.of("PASSWORD", "p4ss"), List.of()));

        assertThat(loaded.settings().mongo()).isEqualTo(new MongoSettings("mongodb://u:p4ss@db", "pings"));
        assertThat(line(loaded, "mongo.uri").source()).isEqualTo(file + ":1 with environment PASSWORD");
    }

    @Test
    void namesVariableThatTheFileNeedsAndNobodySet() throws IOException {
        assertThat(problems(file("mongo.uri = ${NOWHERE}"))).contains("${NOWHERE}", "rollcall.conf: 1");
    }

    @Test
    void namesTheLineThatIsNotHocon() throws IOException {
        assertThat(problems(file("mongo {", "  database = a = b", "}"))).contains("rollcall.conf: 2");
    }

    @Test
    void namesFileThatIsNotThere() {
        assertThat(problems(directory.resolve("missing.conf"))).contains("missing.conf", "is not a file");
    }

    private Path file(String... lines) throws IOException {
        return Files.write(directory.resolve(ConfigSources.FILE_NAME), List.of(lines));
    }

    private static ConfigLine line(Configuration loaded, String key) {
        return loaded.lines().stream()
                .filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Configuration load(Map<String, String> environment) {
        return ConfigLoader.load(new ConfigSources(Optional.empty(), environment, List.of()));
    }

    private static Configuration load(Path file) {
        return ConfigLoader.load(new ConfigSources(Optional.of(file), Map.of(), List.of()));
    }

    private static String problems(Map<String, String> environment) {
        return problems(new ConfigSources(Optional.empty(), environment, List.of()));
    }

    private static String problems(Path file) {
        return problems(new ConfigSources(Optional.of(file), Map.of(), List.of()));
    }

    private static String problems(ConfigSources sources) {
        try {
            return "none: " + ConfigLoader.load(sources).lines();
        } catch (InvalidConfiguration e) {
            return e.getMessage();
        }
    }
}
