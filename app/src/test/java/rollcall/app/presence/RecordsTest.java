package rollcall.app.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.app.testing.Waiting.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.config.Settings;

/** Which records of a log count, and what becomes of those that don't. */
class RecordsTest {

    private static final long SEED = System.nanoTime();
    private static final String SEEDED = "seed " + SEED;
    private static final List<Ping> PINGS = new Pings(SEED, 500, 600).make(6_000);

    private static Workbench bench;

    @BeforeAll
    static void start(@TempDir Path directory) {
        bench = new Workbench(directory);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void onlyCommittedPingsCount() throws Exception {
        Random random = new Random(SEED);
        bench.installation().createTopic("transactions", 2);
        Settings settings = bench.settings("transactions", 700, 2);
        Oracle oracle = new Oracle();
        try (KafkaProducer<byte[], byte[]> producer =
                bench.installation().producer(Map.of("transactional.id", "phones"))) {
            producer.initTransactions();
            for (int from = 0; from < 5_000; from += 250) {
                List<Ping> pings = PINGS.subList(from, from + 250);
                boolean commits = from != 4_750 && random.nextBoolean(); // the last one doesn't: a gap at the end
                send(producer, "transactions", pings);
                if (commits) {
                    oracle.add(pings);
                    producer.commitTransaction();
                } else {
                    producer.flush();
                    producer.abortTransaction();
                }
            }
            List<Ping> open = PINGS.subList(5_000, 5_500);
            send(producer, "transactions", open);
            producer.flush();

            bench.once(settings);
            bench.assertFigures(SEEDED, settings, oracle);
            // An abort or commit marker follows every transaction in every partition; the open one is not read.
            assertThat(bench.counted(settings)).isEqualTo(5_000 + 2 * 20);

            producer.commitTransaction();
            oracle.add(open);
            bench.once(settings);
            bench.assertFigures(SEEDED, settings, oracle);
            assertThat(bench.counted(settings)).isEqualTo(5_500 + 2 * 21);
        }
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String topic, List<Ping> pings) {
        producer.beginTransaction();
        int i = 0;
        for (Ping ping : pings) {
            producer.send(ping.to(topic, i++ % 2));
        }
    }

    @Test
    void readsOverWhatCompactionLeaves() throws Exception {
        bench.installation().createTopic("compacted", 1);
        configure(new ConfigResource(ConfigResource.Type.BROKER, ""), Map.of("log.cleaner.backoff.ms", "100"));
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "compacted");
        configure(
                topic, Map.of("cleanup.policy", "compact", "segment.ms", "60000", "min.cleanable.dirty.ratio", "0.01"));
        Map<Long, Ping> sent = new HashMap<>();
        try (KafkaProducer<byte[], byte[]> producer = bench.installation().producer(Map.of("batch.size", 1_000))) {
            for (Ping ping : PINGS) {
                byte[] key = {(byte) (sent.size() % 100)};
                sent.put((long) sent.size(), ping);
                producer.send(new ProducerRecord<>("compacted", 0, ping.recordMillis(), key, ping.value()));
            }
        }
        await().until(() -> bench.installation().read("compacted").size() < PINGS.size() / 2);
        configure(topic, Map.of("cleanup.policy", "delete", "retention.ms", "-1"));

        Settings settings = bench.settings("compacted", 500, 2);
        bench.once(settings);

        List<ConsumerRecord<byte[], byte[]>> left = bench.installation().read("compacted");
        Oracle oracle = new Oracle();
        left.forEach(record -> oracle.add(sent.get(record.offset())));
        bench.assertFigures(SEEDED, settings, oracle);
        assertThat(bench.counted(settings)).isEqualTo(PINGS.size());
    }

    private static void configure(ConfigResource resource, Map<String, String> config) throws Exception {
        try (Admin admin = bench.installation().admin()) {
            admin.incrementalAlterConfigs(Map.of(
                            resource,
                            config.entrySet().stream()
                                    .map(entry -> new AlterConfigOp(
                                            new ConfigEntry(entry.getKey(), entry.getValue()),
                                            AlterConfigOp.OpType.SET))
                                    .toList()))
                    .all()
                    .get();
        }
    }

    @Test
    void rejectedRecordsAreKeptAsTheyWereWithWhyAndWhereFrom() throws Exception {
        bench.installation().createTopic("shapes", 3);
        Map<String, Ping> bad = new HashMap<>();
        Oracle oracle = new Oracle();
        oracle.add(PINGS);
        try (KafkaProducer<byte[], byte[]> producer = bench.installation().producer(Map.of())) {
            for (int i = 0; i < PINGS.size(); i++) {
                Ping ping = PINGS.get(i);
                producer.send(new ProducerRecord<>("shapes", i % 3, ping.recordMillis(), key(i), ping.value()));
                if (ping.reason() != null) {
                    bad.put(i % 3 + "@" + i / 3, ping);
                }
            }
        }
        Settings settings = bench.settings("shapes", 1_000, 2);
        bench.once(settings);
        bench.assertFigures(SEEDED, settings, oracle);

        List<ConsumerRecord<byte[], byte[]>> kept = bench.installation().read("shapes.rejected");
        assertThat(kept).as(SEEDED).hasSameSizeAs(bad.keySet());
        assertThat(kept).as(SEEDED).allSatisfy(record -> {
            int partition = Integer.parseInt(header(record, "source-partition"));
            int offset = Integer.parseInt(header(record, "source-offset"));
            Ping ping = bad.get(partition + "@" + offset);
            assertThat(header(record, "source-topic")).isEqualTo("shapes");
            assertThat(header(record, "reason")).isEqualTo(ping.reason());
            assertThat(record.value()).isEqualTo(ping.value());
            assertThat(record.key()).isEqualTo(key(offset * 3 + partition));
        });
    }

    /** Any bytes, or none. */
    private static byte[] key(int i) {
        return i % 4 == 0 ? null : new byte[] {(byte) i, (byte) (i >> 8), -1};
    }

    @Test
    void recordsAsLargeAsKafkaTakesThemOrWithoutAValueStopNothing() throws Exception {
        bench.installation().createTopic("odd", 1);
        byte[] huge = new byte[1_048_510]; // with headers it is too large for the topic of rejected records
        Arrays.fill(huge, (byte) '{');
        try (KafkaProducer<byte[], byte[]> producer =
                bench.installation().producer(Map.of("max.request.size", 2 << 20))) {
            producer.send(new ProducerRecord<>("odd", 0, Pings.START * 1000, null, huge))
                    .get();
            producer.send(new ProducerRecord<>("odd", 0, Pings.START * 1000, (byte[]) null, (byte[]) null))
                    .get();
        }
        Settings settings = bench.settings("odd", 1_000, 2);

        bench.once(settings);

        Oracle oracle = new Oracle();
        oracle.rejected().put("json", 2L);
        bench.assertFigures(SEEDED, settings, oracle);
        List<ConsumerRecord<byte[], byte[]>> kept = bench.installation().read("odd.rejected");
        assertThat(kept).extracting(record -> header(record, "source-offset")).containsExactlyInAnyOrder("0", "1");
        assertThat(kept).extracting(record -> header(record, "reason")).containsOnly("json");
        assertThat(kept)
                .filteredOn(record -> header(record, "source-offset").equals("0"))
                .allSatisfy(
                        record -> assertThat(header(record, "omitted-bytes")).isEqualTo("1048510"));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
