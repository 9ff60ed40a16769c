package rollcall.app.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.app.presence.Oracle.Minute;
import rollcall.app.testing.Feed;
import rollcall.app.testing.RollcallProcess;
import rollcall.app.testing.TopicReader;

/**
 * Rollcall with everything embedded, fed from outside, killed twice while it counts: every figure it shows over HTTP is
 * the one that counting by hand gives.
 */
class KillTest {

    private static final int PINGS = 600_000;
    private static final int SECONDS = 3_600;

    @TempDir
    Path directory;

    private final long seed = System.nanoTime();
    private final String seeded = "seed " + seed;
    private final Random random = new Random(seed);
    private final List<Ping> pings = new Pings(seed, 20_000, SECONDS).make(PINGS);
    private final Feed feed = new Feed(pings.size(), i -> pings.get(i).to("pings", null));

    @Test
    void everyFigureIsExactThroughTwoKillsAndARestart() throws Exception {
        int kafkaPort;
        int mongoPort;
        try (RollcallProcess first = start(0, 0)) {
            kafkaPort = first.kafkaPort();
            mongoPort = first.mongoPort();
            feed.start(first.brokers());
            first.awaitCounted("pings", within(10_000, PINGS / 3));
            feed.kill(first);
        }
        try (RollcallProcess second = start(kafkaPort, mongoPort)) {
            second.awaitCounted("pings", within(PINGS / 3, PINGS * 2 / 3));
            feed.kill(second);
        }
        try (RollcallProcess third = start(kafkaPort, mongoPort)) {
            feed.finish();
            List<ConsumerRecord<byte[], byte[]>> log = TopicReader.committed(third.brokers(), "pings");
            assertThat(log.stream().map(Feed::index).distinct()).as(seeded).hasSameSizeAs(pings);
            third.awaitCounted("pings", log.size());

            assertFigures(third, oracle(log));
            assertThat(third.terminate(10)).as(third.output()).isTrue();
        }
        try (RollcallProcess fourth = start(kafkaPort, mongoPort)) {
            assertFigures(fourth, oracle(TopicReader.committed(fourth.brokers(), "pings")));
        }
    }

    /** In fifteen batches and more, so that a kill falls into one. */
    private RollcallProcess start(int kafkaPort, int mongoPort) throws IOException {
        return RollcallProcess.run(
                directory, kafkaPort, mongoPort, Map.of("ROLLCALL_PRESENCE_MAX_RECORDS_PER_BATCH", "40000"));
    }

    private int within(int from, int until) {
        return from + random.nextInt(until - from);
    }

    /** What counting everything that is in Kafka's log comes to. */
    private Oracle oracle(List<ConsumerRecord<byte[], byte[]>> log) {
        Oracle oracle = new Oracle();
        log.forEach(record -> oracle.add(pings.get(Feed.index(record))));
        return oracle;
    }

    private void assertFigures(RollcallProcess process, Oracle oracle) throws Exception {
        Map<String, String> reports = new TreeMap<>();
        for (JsonNode report : process.get("/reports")) {
            reports.put(
                    report.get("time").asText(),
                    report.get("online").asLong() + " online, "
                            + report.get("available").asLong() + " available");
        }
        Map<String, String> rightReports = new TreeMap<>();
        oracle.minutes()
                .forEach((start, minute) -> rightReports.put(
                        Instant.ofEpochSecond(start)
                                .toString()
                                .replace('T', ' ')
                                .replace("Z", ""),
                        minute.online() + " online, " + minute.available() + " available"));
        assertThat(reports).as(seeded).isEqualTo(rightReports);

        Map<Long, Minute> points = new TreeMap<>();
        String range = "?step=1m&from=" + Instant.ofEpochSecond(Pings.START - SECONDS) + "&to="
                + Instant.ofEpochSecond(Pings.START + 2 * SECONDS);
        for (JsonNode point : process.get("/api/presence" + range).get("points")) {
            points.put(
                    Instant.parse(point.get("time").asText()).getEpochSecond(),
                    new Minute(
                            point.get("online").asLong(),
                            point.get("available").asLong(),
                            point.get("pings").asLong(),
                            point.get("availablePings").asLong()));
        }
        assertThat(points).as(seeded).isEqualTo(oracle.minutes());
    }
}
