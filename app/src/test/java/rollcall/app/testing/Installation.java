package rollcall.app.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import rollcall.app.embedded.EmbeddedKafka;
import rollcall.app.embedded.EmbeddedMongo;
import rollcall.config.MongoSettings;
import rollcall.config.ServerSettings;
import rollcall.config.Settings;
import rollcall.config.SparkSettings;

/** A broker and a database for tests, with topics and databases of their own for each test. */
public final class Installation implements AutoCloseable {

    private final Path directory;
    private EmbeddedKafka kafka;
    private EmbeddedMongo mongo;

    private Installation(Path directory, EmbeddedKafka kafka, EmbeddedMongo mongo) {
        this.directory = directory;
        this.kafka = kafka;
        this.mongo = mongo;
    }

    public static Installation start(Path directory) {
        EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, Map.of());
        return new Installation(directory, kafka, EmbeddedMongo.start(directory.resolve("mongo"), 0));
    }

    public void restartKafka() {
        kafka.close();
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), kafka.port(), Map.of());
    }

    public void restartMongo() {
        mongo.close();
        mongo = EmbeddedMongo.start(directory.resolve("mongo"), mongo.port());
    }

    /** What holds where nobody says anything, but with this broker, a database of this name, and two cores. */
    public Settings settings(String database) {
        Settings usual = Settings.defaults();
        return new Settings(
                        usual.kafka(),
                        new MongoSettings(mongo.uri(), database),
                        usual.presence(),
                        usual.stock(),
                        new ServerSettings("127.0.0.1", 0, Optional.empty()),
                        new SparkSettings("local[2]", Map.of()),
                        usual.embedded())
                .at(kafka.brokers(), mongo.uri());
    }

    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.brokers()));
    }

    public void createTopic(String topic, int partitions) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
            awaitLeaders(admin, topic, partitions);
        }
    }

    /** Gives a topic more partitions. */
    public void growTopic(String topic, int partitions) throws Exception {
        try (Admin admin = admin()) {
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions)))
                    .all()
                    .get();
            awaitLeaders(admin, topic, partitions);
        }
    }

    /** Deletes a topic and makes one of the same name. */
    public void makeAgain(String topic, int partitions) throws Exception {
        try (Admin admin = admin()) {
            admin.deleteTopics(List.of(topic)).all().get();
            Waiting.await().until(() -> isGone(admin, topic));
            Waiting.await().until(() -> isMade(topic, partitions));
        }
    }

    private static boolean isGone(Admin admin, String topic) throws Exception {
        try {
            admin.describeTopics(List.of(topic)).allTopicNames().get();
            return false;
        } catch (ExecutionException failure) {
            return failure.getCause() instanceof UnknownTopicOrPartitionException;
        }
    }

    private boolean isMade(String topic, int partitions) throws Exception {
        try {
            createTopic(topic, partitions);
            return true;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof TopicExistsException) {
                return false; // still
            }
            throw failure;
        }
    }

    /** A producer that sends to a partition at its birth may fall out of step with it (OUT_OF_ORDER_SEQUENCE_NUMBER). */
    private static void awaitLeaders(Admin admin, String topic, int partitions) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        Waiting.await()
                .ignoreException(ExecutionException.class)
                .until(() -> admin.listOffsets(ends).all().get().size() == partitions);
    }

    /** A producer, with further configuration. */
    public KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put("bootstrap.servers", kafka.brokers());
        config.put("linger.ms", 5);
        // A broker that is not quite ready for a new topic may refuse a producer's first batch and take its second one;
        // it would then refuse the first one for ever.
        config.put("max.in.flight.requests.per.connection", 1);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends records and waits until the broker has them. */
    public void send(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            records.forEach(record -> sent.add(producer.send(record)));
        }
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
    }

    /** Has Kafka delete a partition's records before an offset. */
    public void purge(String topic, int partition, long before) throws Exception {
        try (Admin admin = admin()) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(before)))
                    .all()
                    .get();
        }
    }

    /** Everything that is on a topic, read by another consumer; of transactions only what was committed. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        return TopicReader.committed(brokers(), topic);
    }

    public int mongoPort() {
        return mongo.port();
    }

    public String brokers() {
        return kafka.brokers();
    }

    @Override
    public void close() {
        kafka.close();
        mongo.close();
    }
}
