package rollcall.app.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.app.cluster.LoggedProcess;
import rollcall.app.cluster.StandaloneCluster;
import rollcall.app.testing.Wire;
import rollcall.app.testing.Wire.Cut;
import rollcall.app.testing.Wire.Moment;
import rollcall.config.Settings;
import rollcall.engine.stock.StockMain;

/** The stock job where driver and executors are processes of their own: against an oracle, and beside one process. */
class StockOnClusterIT {

    private static final String TOPIC = "tickets";
    private static final long SEED = System.nanoTime();
    private static final String SEEDED = "seed " + SEED;
    private static final List<Ticket> TICKETS = new Tickets(SEED, 150).make(6_000);

    /** In the fourth batch or so, by one of the tasks that are at work on all cores. */
    private static final Cut A_TASKS_WRITE = new Cut(Moment.NEVER, 13, "shelves", "");

    private static final String ALL_OF_A_RUN = "[^/]+/1.*";
    private static final String PARTS_OF_THE_STATE = "[^/]+/1/state/0/\\d+";

    private static Path checkpoints;
    private static Workbench bench;
    private static StockOracle oracle;
    private static Settings inOneProcess;
    private static StandaloneCluster cluster;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        checkpoints = directory.resolve("checkpoints");
        bench = new Workbench(directory);
        bench.send(TOPIC, 4, TICKETS);
        oracle = new StockOracle(StockShape::threshold);
        oracle.add(TICKETS);
        inOneProcess = bench.settings(TOPIC, "one-process", StockShape.AT_ONCE);
        bench.once(inOneProcess);
        Path home = Files.createDirectory(directory.resolve("cluster"));
        Files.writeString(home.resolve("rollcall.conf"), StockShape.CONFIGURATION);
        cluster = StandaloneCluster.start(home);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
        bench.close();
    }

    @Test
    void announcesTheSameWhenSubmittedToACluster() throws Exception {
        Settings settings = settings("submitted", 2_000);

        LoggedProcess driver = cluster.submit("submitted", withCheckpoint(settings), StockMain.class);

        driver.awaitWhileRunning(() -> kept(settings, PARTS_OF_THE_STATE).size() == StandaloneCluster.CORES);
        assertExact(settings, driver);
        assertThat(kept(settings, ALL_OF_A_RUN)).isEmpty();
    }

    @Test
    void announcesTheSameWhenAnExecutorIsKilledInTheMidstOfABatch() throws Exception {
        Settings settings = settings("killed", 750);
        CompletableFuture<ProcessHandle> killed = new CompletableFuture<>();
        try (Wire wire = new Wire(bench.installation().mongoPort())) {
            wire.cutAt(A_TASKS_WRITE, () -> {
                ProcessHandle executor = cluster.executors().get(0);
                executor.destroyForcibly();
                killed.complete(executor);
            });
            LoggedProcess driver =
                    cluster.submit("killed", withCheckpoint(Workbench.over(wire, settings)), StockMain.class);

            driver.awaitWhileRunning(killed::isDone);
            driver.awaitWhileRunning(() -> !killed.join().isAlive());
            assertExact(settings, driver);
        }
    }

    @Test
    void announcesTheSameWhenStartedFromTheDistribution() throws Exception {
        Settings settings = settings("distribution", 2_000);

        LoggedProcess driver = cluster.launch("distribution", withCheckpoint(settings), "stock");

        assertExact(settings, driver);
    }

    @Test
    void namesTheKeyWhereTheStateHasNoPlaceThatAllMachinesReach() throws Exception {
        LoggedProcess driver = cluster.launch("homeless", environment(settings("homeless", 2_000)), "stock");

        assertThat(driver.awaitFailure())
                .contains("rollcall stock: On a cluster (spark://")
                .contains("set stock.checkpoint");
    }

    private static void assertExact(Settings settings, LoggedProcess driver) throws Exception {
        JsonNode summary = new ObjectMapper().readTree(driver.awaitOutput());
        assertThat(summary.get("records").asLong()).as(SEEDED).isEqualTo(TICKETS.size());
        assertThat(summary.get("batches").asLong())
                .as(SEEDED)
                .isGreaterThanOrEqualTo(TICKETS.size() / settings.stock().maxRecordsPerBatch());
        bench.assertEpisodes(SEEDED, settings, oracle);
        bench.assertSame(SEEDED, inOneProcess, settings);
    }

    private static List<String> kept(Settings settings, String pattern) throws IOException {
        Path directory = checkpoint(settings);
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(file -> directory.relativize(file).toString())
                    .filter(name -> name.matches(pattern))
                    .toList();
        } catch (UncheckedIOException changed) {
            return kept(settings, pattern); // files come and go meanwhile
        }
    }

    private static Path checkpoint(Settings settings) {
        return checkpoints.resolve(settings.mongo().database());
    }

    private static Settings settings(String database, long maxRecordsPerBatch) {
        return bench.settings(TOPIC, database, new StockShape(maxRecordsPerBatch, 0, 0));
    }

    private static Map<String, String> withCheckpoint(Settings settings) throws IOException {
        Map<String, String> all = new HashMap<>(environment(settings));
        Path checkpoint = Files.createDirectories(checkpoint(settings));
        all.put("ROLLCALL_STOCK_CHECKPOINT", checkpoint.toUri().toString());
        return all;
    }

    private static Map<String, String> environment(Settings settings) {
        return Map.of(
                "KAFKA_BROKERS", settings.kafka().brokers(),
                "KAFKA_TICKETS_TOPIC", settings.kafka().tickets(),
                "KAFKA_NOTIFICATIONS_TOPIC", settings.kafka().notifications(),
                "KAFKA_REJECTED_TOPIC", settings.kafka().rejected(),
                "MONGO_URI", settings.mongo().uri(),
                "MONGO_DATABASE", settings.mongo().database(),
                "ROLLCALL_STOCK_MAX_RECORDS_PER_BATCH",
                        Long.toString(settings.stock().maxRecordsPerBatch()));
    }
}
