package rollcall.app.presence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import rollcall.app.embedded.EmbeddedKafka;
import rollcall.app.embedded.EmbeddedMongo;
import rollcall.config.EmbeddedSettings;
import rollcall.config.KafkaSettings;
import rollcall.config.MongoSettings;
import rollcall.config.PresenceSettings;
import rollcall.config.ServerSettings;
import rollcall.config.Settings;
import rollcall.config.SparkSettings;

/** A broker and a database for tests, with topics and databases of their own for each test. */
final class Installation implements AutoCloseable {

    private final Path directory;
    private EmbeddedKafka kafka;
    private EmbeddedMongo mongo;

    private Installation(Path directory, EmbeddedKafka kafka, EmbeddedMongo mongo) {
        this.directory = directory;
        this.kafka = kafka;
        this.mongo = mongo;
    }

    static Installation start(Path directory) {
        EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, Map.of());
        return new Installation(directory, kafka, EmbeddedMongo.start(directory.resolve("mongo"), 0));
    }

    void restartKafka() {
        kafka.close();
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), kafka.port(), Map.of());
    }

    void restartMongo() {
        mongo.close();
        mongo = EmbeddedMongo.start(directory.resolve("mongo"), mongo.port());
    }

    /** Settings for a job that reads a topic into a database, both named. */
    Settings settings(String topic, String database, long maxRecordsPerBatch, int ranges) {
        return new Settings(
                new KafkaSettings(
                        kafka.brokers(),
                        topic,
                        "tickets",
                        "notifications",
                        topic + ".rejected",
                        Duration.ofSeconds(60),
                        Map.of()),
                new MongoSettings(mongo.uri(), database),
                new PresenceSettings(Duration.ofMinutes(5), null, maxRecordsPerBatch, ranges, Duration.ZERO),
                new ServerSettings("127.0.0.1", 0, Optional.empty()),
                new SparkSettings("local[2]", Map.of()),
                new EmbeddedSettings(0, 0, Path.of("unused")));
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.brokers()));
    }

    void createTopic(String topic, int partitions) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
            awaitLeaders(admin, topic, partitions);
        }
    }

    /** Gives a topic more partitions. */
    void growTopic(String topic, int partitions) throws Exception {
        try (Admin admin = admin()) {
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions)))
                    .all()
                    .get();
            awaitLeaders(admin, topic, partitions);
        }
    }

    /** A producer that sends to a partition at its birth may fall out of step with it (OUT_OF_ORDER_SEQUENCE_NUMBER). */
    private static void awaitLeaders(Admin admin, String topic, int partitions) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        Workbench.await()
                .ignoreException(ExecutionException.class)
                .until(() -> admin.listOffsets(ends).all().get().size() == partitions);
    }

    /** A producer, with further configuration. */
    KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put("bootstrap.servers", kafka.brokers());
        config.put("linger.ms", 5);
        // A broker that is not quite ready for a new topic may refuse a producer's first batch and take its second one;
        // it would then refuse the first one for ever.
        config.put("max.in.flight.requests.per.connection", 1);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    static ProducerRecord<byte[], byte[]> record(String topic, int partition, Ping ping) {
        return new ProducerRecord<>(topic, partition, ping.recordMillis(), null, ping.value());
    }

    int mongoPort() {
        return mongo.port();
    }

    String brokers() {
        return kafka.brokers();
    }

    @Override
    public void close() {
        kafka.close();
        mongo.close();
    }
}
