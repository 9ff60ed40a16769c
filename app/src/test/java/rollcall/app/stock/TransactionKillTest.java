package rollcall.app.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.app.testing.RollcallProcess;
import rollcall.app.testing.TopicReader;
import rollcall.config.Settings;

/** A process that is killed while it announces: in the midst of its Kafka transaction, and at the end before the commit. */
class TransactionKillTest {

    private static final long SEED = System.nanoTime();
    private static final String SEEDED = "seed " + SEED;
    private static final List<Ticket> TICKETS = new Tickets(SEED, 30).make(900);

    private static Workbench bench;
    private static StockOracle oracle;

    @TempDir
    Path directory;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        bench = new Workbench(directory);
        bench.send("tickets", 1, TICKETS);
        oracle = new StockOracle(StockShape::threshold);
        oracle.add(TICKETS);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void whatWasSentInPartIsAnnouncedOnce() throws Exception {
        Settings settings = bench.settings("tickets", "part", StockShape.AT_ONCE);

        kill(settings, Halt.atSend(settings.kafka().notifications(), episodes() / 2));

        assertAnnouncedByTheNextRun(settings);
    }

    @Test
    void whatWasSentWholeAndNotCommittedIsAnnouncedOnce() throws Exception {
        Settings settings = bench.settings("tickets", "whole", StockShape.AT_ONCE);

        kill(settings, Halt.atAcknowledgement(settings.kafka().notifications(), episodes()));

        assertThat(sent(settings)).as(SEEDED).isEqualTo(episodes());
        assertAnnouncedByTheNextRun(settings);
    }

    private void kill(Settings settings, Map<String, String> client) throws Exception {
        String properties = client.entrySet().stream()
                .map(property -> "\"%s\" = \"%s\"".formatted(property.getKey(), property.getValue()))
                .collect(Collectors.joining("\n"));
        Files.writeString(
                directory.resolve("rollcall.conf"),
                StockShape.CONFIGURATION + "kafka.client {\n" + properties + "\n}\n");

        try (RollcallProcess process =
                RollcallProcess.start(directory, environment(settings), List.of("stock", "--once"))) {
            assertThat(process.awaitEnd()).as(process.output()).isEqualTo(Halt.CODE);
        }
        assertThat(sent(settings)).as(SEEDED).isPositive();
        assertThat(bench.notifications(settings)).as(SEEDED).isEmpty();
    }

    private void assertAnnouncedByTheNextRun(Settings settings) {
        int before = sent(settings);

        bench.once(settings);

        bench.assertEpisodes(SEEDED, settings, oracle);
        assertThat(sent(settings)).as(SEEDED).isEqualTo(before + episodes());
    }

    private static Map<String, String> environment(Settings settings) {
        return Map.of(
                "KAFKA_BROKERS", settings.kafka().brokers(),
                "KAFKA_TICKETS_TOPIC", settings.kafka().tickets(),
                "KAFKA_NOTIFICATIONS_TOPIC", settings.kafka().notifications(),
                "KAFKA_REJECTED_TOPIC", settings.kafka().rejected(),
                "MONGO_URI", settings.mongo().uri(),
                "MONGO_DATABASE", settings.mongo().database());
    }

    private static int episodes() {
        return oracle.episodes().size();
    }

    /** How many notifications the broker has been given, committed or not. */
    private static int sent(Settings settings) {
        return TopicReader.all(settings.kafka().brokers(), settings.kafka().notifications())
                .size();
    }
}
