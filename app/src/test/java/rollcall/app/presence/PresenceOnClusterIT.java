package rollcall.app.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.app.cluster.LoggedProcess;
import rollcall.app.cluster.StandaloneCluster;
import rollcall.app.testing.Installation;
import rollcall.config.Settings;
import rollcall.engine.presence.PresenceMain;
import rollcall.store.Database;
import rollcall.store.LedgerEntry;

/** The presence job where driver and executors are processes of their own, against an oracle. */
class PresenceOnClusterIT {

    private static final String TOPIC = "pings";
    private static final int PARTITIONS = 4;
    private static final long SEED = System.nanoTime();

    private static final Oracle ORACLE = new Oracle();
    private static int sent;
    private static Installation installation;
    private static StandaloneCluster cluster;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        installation = Installation.start(directory);
        List<Ping> pings = new Pings(SEED, 20_000, 3_600).make(200_000);
        ORACLE.add(pings);
        sent = pings.size();
        send(pings);
        cluster = StandaloneCluster.start(directory.resolve("cluster"));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
        installation.close();
    }

    @Test
    void countsTheSameWhenSubmittedToACluster() throws Exception {
        Settings settings = Workbench.settings(installation, TOPIC, "submitted", 50_000, 0);

        LoggedProcess driver = submit(settings);

        assertExact(settings, driver);
    }

    @Test
    void countsTheSameWhenAnExecutorIsKilled() throws Exception {
        Settings settings = Workbench.settings(installation, TOPIC, "killed", 10_000, 0);
        try (Database database = Database.open(settings.mongo())) {
            LoggedProcess driver = submit(settings);
            driver.awaitWhileRunning(() -> done(database) > sent / 3);
            List<ProcessHandle> before = cluster.executors();

            before.get(0).destroyForcibly();

            assertThat(done(database)).isLessThan(sent * 2 / 3);
            driver.awaitWhileRunning(() -> !before.containsAll(cluster.executors()));
            assertExact(settings, driver);
        }
    }

    @Test
    void countsTheSameWhenStartedFromTheDistribution() throws Exception {
        Settings settings = Workbench.settings(installation, TOPIC, "distribution", 50_000, 0);

        LoggedProcess driver = cluster.launch(settings.mongo().database(), environment(settings), "presence");

        assertExact(settings, driver);
    }

    private static LoggedProcess submit(Settings settings) throws IOException {
        return cluster.submit(settings.mongo().database(), environment(settings), PresenceMain.class);
    }

    private static void assertExact(Settings settings, LoggedProcess driver) throws Exception {
        JsonNode summary = new ObjectMapper().readTree(driver.awaitOutput());
        assertThat(summary.get("records").asLong()).isEqualTo(sent);
        assertThat(summary.get("batches").asLong())
                .isGreaterThanOrEqualTo(sent / settings.presence().maxRecordsPerBatch());
        try (Database database = Database.open(settings.mongo())) {
            assertThat(ORACLE.differences(database)).as("seed %d", SEED).isEmpty();
            assertThat(database.ledger().frontier(TOPIC).rejectedByReason()).isEqualTo(ORACLE.rejected());
        }
    }

    private static long done(Database database) {
        return database.ledger().entries(TOPIC).stream()
                .mapToLong(LedgerEntry::offset)
                .sum();
    }

    private static Map<String, String> environment(Settings settings) {
        return Map.of(
                "KAFKA_BROKERS", settings.kafka().brokers(),
                "KAFKA_PINGS_TOPIC", settings.kafka().pings(),
                "KAFKA_REJECTED_TOPIC", settings.kafka().rejected(),
                "MONGO_URI", settings.mongo().uri(),
                "MONGO_DATABASE", settings.mongo().database(),
                "ROLLCALL_PRESENCE_MAX_RECORDS_PER_BATCH",
                        Long.toString(settings.presence().maxRecordsPerBatch()));
    }

    private static void send(List<Ping> pings) throws Exception {
        installation.createTopic(TOPIC, PARTITIONS);
        try (KafkaProducer<byte[], byte[]> producer = installation.producer(Map.of())) {
            int i = 0;
            for (Ping ping : pings) {
                producer.send(ping.to(TOPIC, i++ % PARTITIONS));
            }
        }
    }
}
