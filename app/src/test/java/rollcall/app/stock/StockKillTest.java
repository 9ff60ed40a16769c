package rollcall.app.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.app.testing.Feed;
import rollcall.app.testing.RollcallProcess;
import rollcall.app.testing.TopicReader;
import rollcall.store.Database;

/**
 * Rollcall with everything embedded, fed with tickets from outside, killed twice while it watches the shelves: whoever
 * reads the notifications from outside finds each episode once, and the alerts are what following by hand gives.
 */
class StockKillTest {

    private static final int TICKETS = 24_000;
    private static final long THRESHOLD = 20;

    @TempDir
    Path directory;

    private final long seed = System.nanoTime();
    private final String seeded = "seed " + seed;
    private final Random random = new Random(seed);
    private final List<Ticket> tickets = new Tickets(seed, 250).make(TICKETS);
    private final Feed feed = new Feed(TICKETS, i -> tickets.get(i).to("tickets"));

    @Test
    void everyEpisodeIsAnnouncedOnceThroughTwoKillsAndARestart() throws Exception {
        int kafkaPort;
        int mongoPort;
        try (RollcallProcess first = start(0, 0)) {
            kafkaPort = first.kafkaPort();
            mongoPort = first.mongoPort();
            feed.start(first.brokers());
            first.awaitCounted("tickets", within(1_000, TICKETS / 3));
            feed.kill(first);
        }
        try (RollcallProcess second = start(kafkaPort, mongoPort)) {
            second.awaitCounted("tickets", within(TICKETS / 3, TICKETS * 2 / 3));
            feed.kill(second);
        }
        try (RollcallProcess third = start(kafkaPort, mongoPort)) {
            feed.finish();
            List<ConsumerRecord<byte[], byte[]>> log = TopicReader.committed(third.brokers(), "tickets");
            assertThat(log.stream().map(Feed::index).distinct()).as(seeded).hasSize(TICKETS);
            third.awaitCounted("tickets", log.size());

            assertEpisodes(third, oracle(log));
            assertThat(third.terminate(10)).as(third.output()).isTrue();
        }
    }

    /** In eight batches and more, so that a kill falls into one. */
    private RollcallProcess start(int kafkaPort, int mongoPort) throws IOException {
        return RollcallProcess.run(
                directory,
                kafkaPort,
                mongoPort,
                Map.of(
                        "ROLLCALL_STOCK_MAX_RECORDS_PER_BATCH",
                        "3000",
                        "ROLLCALL_STOCK_FORECAST_ENABLED",
                        "false",
                        "ROLLCALL_STOCK_THRESHOLD",
                        "" + THRESHOLD));
    }

    private int within(int from, int until) {
        return from + random.nextInt(until - from);
    }

    /** What following everything that is in Kafka's log comes to. */
    private StockOracle oracle(List<ConsumerRecord<byte[], byte[]>> log) {
        StockOracle oracle = new StockOracle(shelf -> THRESHOLD);
        log.forEach(record -> oracle.add(tickets.get(Feed.index(record))));
        assertThat(oracle.episodes()).as(seeded).hasSizeBetween(100, 1_000);
        return oracle;
    }

    private void assertEpisodes(RollcallProcess process, StockOracle oracle) throws Exception {
        List<Episode> episodes = oracle.episodes();
        assertThat(TopicReader.committed(process.brokers(), "notifications").stream()
                        .map(Announcement::of))
                .as(seeded)
                .containsExactlyInAnyOrderElementsOf(
                        episodes.stream().map(Announcement::of).toList());

        List<Episode> told = new ArrayList<>();
        process.get("/api/alerts?limit=1000").forEach(alert -> told.add(episode(alert)));
        assertThat(told).as(seeded).containsExactlyInAnyOrderElementsOf(episodes);
        assertThat(process.get("/poll?after=0")).as(seeded).hasSameSizeAs(episodes);

        try (Database database = process.openDatabase()) {
            assertThat(database.ledger().frontier("tickets").rejectedByReason())
                    .as(seeded)
                    .isEqualTo(oracle.rejected());
        }
    }

    private static Episode episode(JsonNode alert) {
        JsonNode raised = alert.get("raised");
        JsonNode resolvedAt = alert.get("resolvedAt");
        return new Episode(
                alert.get("id").asText(),
                raised.get("kind").asText(),
                Instant.parse(alert.get("raisedAt").asText()),
                raised.get("level").asLong(),
                alert.get("kind").asText(),
                resolvedAt == null || resolvedAt.isNull() ? null : Instant.parse(resolvedAt.asText()));
    }
}
