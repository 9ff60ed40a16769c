package rollcall.app.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.spark.sql.SparkSession;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import rollcall.config.MongoSettings;
import rollcall.config.Settings;
import rollcall.engine.SparkEngine;
import rollcall.engine.presence.PresenceJob;
import rollcall.engine.presence.PresenceSummary;
import rollcall.store.Database;
import rollcall.store.Frontier;
import rollcall.store.Incident;

/** What the tests of the presence job share: a broker, a database and the engine; each test takes a topic of its own. */
final class Workbench implements AutoCloseable {

    private final Installation installation;
    private final SparkSession spark;
    private final Map<MongoSettings, Database> databases = new ConcurrentHashMap<>();

    Workbench(Path directory) {
        installation = Installation.start(directory);
        spark = SparkEngine.start(installation.settings("", "", 1, 1).spark());
    }

    Installation installation() {
        return installation;
    }

    SparkSession spark() {
        return spark;
    }

    /** Settings for a job that reads a topic into the database of the same name. */
    Settings settings(String topic, long maxRecordsPerBatch, int ranges) {
        return installation.settings(topic, topic, maxRecordsPerBatch, ranges);
    }

    /** The same settings with the database reached in another way. */
    static Settings over(Wire wire, Settings settings) {
        return settings.at(settings.kafka().brokers(), wire.uri());
    }

    PresenceSummary once(Settings settings) {
        return new PresenceJob(settings, spark, database(settings), progress -> {}).runOnce();
    }

    /** The database of these settings; closed with the bench. */
    Database database(Settings settings) {
        return databases.computeIfAbsent(settings.mongo(), Database::open);
    }

    RunningJob start(Settings settings) {
        return new RunningJob(settings, spark, database(settings));
    }

    /** Makes a topic and sends the pings to it, one partition after the other. */
    void send(String topic, int partitions, List<Ping> pings) throws Exception {
        installation.createTopic(topic, partitions);
        append(topic, partitions, pings);
    }

    void append(String topic, int partitions, List<Ping> pings) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = installation.producer(Map.of())) {
            for (Ping ping : pings) {
                sent.add(producer.send(Installation.record(topic, sent.size() % partitions, ping)));
            }
        }
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
    }

    /** Has Kafka delete a partition's records before an offset. */
    void purge(String topic, int partition, long before) throws Exception {
        try (Admin admin = installation.admin()) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(before)))
                    .all()
                    .get();
        }
    }

    /** Everything that is on a topic, read by another consumer; of transactions only what was committed. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic, int partitions) {
        return read(installation.brokers(), topic, partitions);
    }

    static List<ConsumerRecord<byte[], byte[]>> read(String brokers, String topic, int partitions) {
        Map<String, Object> config = Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = IntStream.range(0, partitions)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    /** Asserts that the database says what the oracle says, also of what was rejected. */
    void assertFigures(String seed, Settings settings, Oracle oracle) {
        assertThat(oracle.differences(database(settings))).as(seed).isEmpty();
        assertThat(frontier(settings).rejectedByReason()).as(seed).isEqualTo(oracle.rejected());
    }

    boolean isRight(Settings settings, Oracle oracle) {
        return oracle.differences(database(settings)).isEmpty();
    }

    /** The incidents in the database, those of job restarts aside. */
    List<Incident> incidents(Settings settings) {
        return database(settings).incidents().newest(100).stream()
                .filter(incident -> !incident.kind().equals(Incident.RESTART))
                .toList();
    }

    /** How many offsets of a topic have been counted. */
    long counted(Settings settings) {
        return frontier(settings).offsets().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private Frontier frontier(Settings settings) {
        return database(settings).ledger().frontier(settings.kafka().pings());
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(120, TimeUnit.SECONDS).pollInterval(50, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        spark.stop();
        databases.values().forEach(Database::close);
        installation.close();
    }

    /** A job that runs until it is closed. */
    static final class RunningJob implements AutoCloseable {

        private final PresenceJob job;
        private final Thread thread;
        private volatile RuntimeException failure;

        RunningJob(Settings settings, SparkSession spark, Database database) {
            job = new PresenceJob(settings, spark, database, progress -> {});
            thread = new Thread(this::run, "job");
            thread.start();
        }

        private void run() {
            try {
                job.run();
            } catch (RuntimeException ended) {
                failure = ended;
            }
        }

        /** What the job ended with, once it has ended by itself. */
        Optional<RuntimeException> failure() {
            return Optional.ofNullable(failure);
        }

        @Override
        public void close() {
            job.stop();
            await().until(() -> !thread.isAlive());
        }
    }
}
