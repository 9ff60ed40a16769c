package rollcall.app.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.app.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.app.presence.Oracle.Minute;
import rollcall.app.testing.RollcallProcess;
import rollcall.app.testing.TopicReader;
import rollcall.config.MongoSettings;
import rollcall.store.Database;

/**
 * Rollcall with everything embedded, fed from outside, killed twice while it counts: every figure it shows over HTTP is
 * the one that counting by hand gives.
 */
class KillTest {

    private static final int PINGS = 600_000;
    private static final int SECONDS = 3_600;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private final long seed = System.nanoTime();
    private final String seeded = "seed " + seed;
    private final Random random = new Random(seed);
    private final List<Ping> pings = new Pings(seed, 20_000, SECONDS).make(PINGS);
    private final AtomicInteger acknowledged = new AtomicInteger();

    /** How many pings may be sent: so that some are on their way at each kill. */
    private final Semaphore maySend = new Semaphore(pings.size() / 3);

    @Test
    void everyFigureIsExactThroughTwoKillsAndARestart() throws Exception {
        int kafkaPort;
        int mongoPort;
        CompletableFuture<Void> sending;
        try (RollcallProcess first = start(0, 0)) {
            kafkaPort = first.kafkaPort();
            mongoPort = first.mongoPort();
            sending = CompletableFuture.runAsync(() -> send("127.0.0.1:" + kafkaPort));
            killWithin(first, 10_000, PINGS / 3);
        }
        try (RollcallProcess second = start(kafkaPort, mongoPort)) {
            killWithin(second, PINGS / 3, PINGS * 2 / 3);
        }
        try (RollcallProcess third = start(kafkaPort, mongoPort)) {
            sending.join();
            List<ConsumerRecord<byte[], byte[]>> log = TopicReader.committed("127.0.0.1:" + kafkaPort, "pings");
            assertThat(log.stream().map(KillTest::index).distinct()).as(seeded).hasSameSizeAs(pings);
            awaitCounted(third, log.size());

            assertFigures(third, oracle(log));
            assertThat(third.terminate(10)).as(third.output()).isTrue();
        }
        try (RollcallProcess fourth = start(kafkaPort, mongoPort)) {
            assertFigures(fourth, oracle(TopicReader.committed("127.0.0.1:" + kafkaPort, "pings")));
        }
    }

    /** In fifteen batches and more, so that a kill falls into one. */
    private RollcallProcess start(int kafkaPort, int mongoPort) throws IOException {
        return RollcallProcess.run(
                directory, kafkaPort, mongoPort, Map.of("ROLLCALL_PRESENCE_MAX_RECORDS_PER_BATCH", "40000"));
    }

    /** Kills the process at a random moment while it counts and while pings are being sent to it. */
    private void killWithin(RollcallProcess process, int from, int until) throws Exception {
        awaitCounted(process, from + random.nextInt(until - from));
        maySend.release(pings.size() / 3);
        int before = acknowledged.get();
        await().pollInterval(Duration.ofMillis(1)).until(() -> acknowledged.get() > before);
        process.kill();
        assertThat(acknowledged.get()).as(seeded).isLessThan(before + pings.size() / 3);
    }

    private static void awaitCounted(RollcallProcess process, long atLeast) throws IOException {
        try (Database database = Database.open(mongo(process.mongoPort()))) {
            await().until(() -> database.ledger().frontier("pings").offsets().values().stream()
                            .mapToLong(Long::longValue)
                            .sum()
                    >= atLeast);
        }
    }

    private static MongoSettings mongo(int port) {
        return new MongoSettings("mongodb://127.0.0.1:" + port, "rollcall");
    }

    /**
     * Sends every ping, through outages. The retries make duplicates: a broker that starts again does not remember a
     * producer whose last record carries a time more than a day ago.
     */
    private void send(String brokers) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", brokers, "delivery.timeout.ms", 600_000, "max.block.ms", 600_000, "linger.ms", 20);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < pings.size(); i++) {
                if (i < pings.size() / 3 * 3) {
                    maySend.acquireUninterruptibly();
                }
                Ping ping = pings.get(i);
                byte[] key = ByteBuffer.allocate(Integer.BYTES).putInt(i).array();
                producer.send(
                        new ProducerRecord<>("pings", null, ping.recordMillis(), key, ping.value()),
                        (metadata, failure) -> {
                            if (failure == null) {
                                acknowledged.incrementAndGet();
                            }
                        });
            }
        }
        assertThat(acknowledged.get()).as(seeded).isEqualTo(pings.size());
    }

    /** What counting everything that is in Kafka's log comes to. */
    private Oracle oracle(List<ConsumerRecord<byte[], byte[]>> log) {
        Oracle oracle = new Oracle();
        log.forEach(record -> oracle.add(pings.get(index(record))));
        return oracle;
    }

    private static int index(ConsumerRecord<byte[], byte[]> record) {
        return ByteBuffer.wrap(record.key()).getInt();
    }

    private void assertFigures(RollcallProcess process, Oracle oracle) throws Exception {
        Map<String, String> reports = new TreeMap<>();
        for (JsonNode report : get(process, "/reports")) {
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
        for (JsonNode point : get(process, "/api/presence" + range).get("points")) {
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

    private static JsonNode get(RollcallProcess process, String call) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + process.page() + call))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
