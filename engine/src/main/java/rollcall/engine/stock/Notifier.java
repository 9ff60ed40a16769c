package rollcall.engine.stock;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import rollcall.config.KafkaSettings;
import rollcall.stock.Alert;
import rollcall.store.KafkaRange;

/**
 * Announces alerts on the topic of notifications, each once. A batch's announcements and how far the tickets have been
 * announced are one Kafka transaction; so an alert whose ticket lies before that point has been announced, whatever
 * happened to the process since, and however the tickets are cut into batches when they are read again.
 */
final class Notifier implements AutoCloseable {

    /** Without a limit it would wait for a broker that is gone, to abort what the next notifier aborts anyway. */
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(3);

    private final KafkaSettings kafka;
    private final Notification notification;
    private final ConsumerGroupMetadata group;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<Integer, OffsetAndMetadata> announced;

    /**
     * Takes over from the notifier of any run before, and ends what that one left undone.
     *
     * @param publisher the same in all runs on one database
     * @throws KafkaException if the brokers can't be asked
     */
    Notifier(KafkaSettings kafka, String separator, String publisher) {
        this.kafka = kafka;
        this.notification = new Notification(kafka.notifications(), separator);
        String name = "rollcall-notifications-" + publisher;
        this.producer =
                new KafkaProducer<>(producer(kafka, name), new ByteArraySerializer(), new ByteArraySerializer());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(consumer(kafka, name), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            producer.initTransactions();
            this.group = consumer.groupMetadata();
            this.announced = announced(consumer, kafka.tickets());
        } catch (RuntimeException failure) {
            producer.close(PATIENCE_AT_CLOSE);
            throw failure;
        }
    }

    private static Map<String, Object> producer(KafkaSettings kafka, String name) {
        Map<String, Object> config = new HashMap<>(kafka.clientProperties());
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "rollcall-notifications");
        return config;
    }

    private static Map<String, Object> consumer(KafkaSettings kafka, String name) {
        Map<String, Object> config = new HashMap<>(kafka.clientProperties());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, name);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return config;
    }

    /** Asks as a member of the group would that reads committed transactions only: it waits until none is open. */
    private static Map<Integer, OffsetAndMetadata> announced(KafkaConsumer<?, ?> group, String tickets) {
        Set<TopicPartition> partitions = group.partitionsFor(tickets).stream()
                .map(partition -> new TopicPartition(tickets, partition.partition()))
                .collect(Collectors.toSet());
        Map<Integer, OffsetAndMetadata> byPartition = new HashMap<>();
        group.committed(partitions).forEach((partition, offset) -> {
            if (offset != null) {
                byPartition.put(partition.partition(), offset);
            }
        });
        return byPartition;
    }

    /**
     * Announces those of a batch's alerts that have not been announced yet. After a failure this notifier is of no more
     * use; whether the batch was announced, the next one finds out.
     *
     * @param raised alerts as they were when they were raised
     * @param ranges what the batch read
     * @throws KafkaException if it is not certain that all are announced
     */
    void announce(Collection<Alert> raised, Collection<KafkaRange> ranges) {
        Map<Integer, KafkaRange> byPartition = new HashMap<>();
        ranges.forEach(range -> byPartition.put(range.partition(), range));
        List<Alert> news = raised.stream()
                .filter(alert -> !isAnnounced(alert.position(), byPartition))
                .toList();
        if (news.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> until = new HashMap<>();
        ranges.forEach(range -> until.put(
                new TopicPartition(kafka.tickets(), range.partition()),
                new OffsetAndMetadata(Math.max(range.until(), announcedUntil(range)), range.log())));
        producer.beginTransaction();
        news.forEach(alert -> producer.send(notification.of(alert))); // the commit fails if one of them does
        producer.sendOffsetsToTransaction(until, group);
        producer.commitTransaction();
        until.forEach((partition, offset) -> announced.put(partition.partition(), offset));
    }

    private boolean isAnnounced(Alert.Position position, Map<Integer, KafkaRange> ranges) {
        return position.offset() < announcedUntil(ranges.get(position.partition()));
    }

    /** Where what has been announced of a range's log ends. */
    private long announcedUntil(KafkaRange range) {
        OffsetAndMetadata until = announced.get(range.partition());
        // Offsets of a topic that was deleted and made again have nothing to do with those before.
        return until != null && until.metadata().equals(range.log()) ? until.offset() : 0;
    }

    @Override
    public void close() {
        producer.close(PATIENCE_AT_CLOSE);
    }
}
