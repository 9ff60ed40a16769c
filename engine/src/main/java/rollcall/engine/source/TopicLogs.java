package rollcall.engine.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rollcall.config.KafkaSettings;

/** What the brokers say of a topic: its id, its partitions, and where their logs begin and end. Used on the driver. */
final class TopicLogs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicLogs.class);

    /**
     * Where a log begins and ends.
     *
     * @param earliest the first offset that has not been deleted
     * @param end the offset after the last that a read-committed reader can see
     */
    record Bounds(long earliest, long end) {}

    /**
     * A topic at a moment.
     *
     * @param id the topic's id: another one for a topic deleted and made again; null if the topic doesn't exist
     */
    record Snapshot(String topic, String id, Map<Integer, Bounds> partitions) {
        boolean exists() {
            return id != null;
        }
    }

    private final Admin admin;
    private final String topic;
    private boolean missed;

    private TopicLogs(Admin admin, String topic) {
        this.admin = admin;
        this.topic = topic;
    }

    static TopicLogs open(KafkaSettings kafka, String topic) {
        return new TopicLogs(Admin.create(kafka.clientProperties()), topic);
    }

    /** @throws KafkaException if the brokers can't be asked */
    Snapshot snapshot() {
        try {
            TopicDescription description = describe();
            Map<Integer, Bounds> partitions = bounds(description);
            // The bounds are asked for by the topic's name: they must not be those of one made again meanwhile.
            while (!describe().topicId().equals(description.topicId())) {
                description = describe();
                partitions = bounds(description);
            }
            missed = false;
            return new Snapshot(topic, description.topicId().toString(), partitions);
        } catch (UnknownTopicOrPartitionException missing) {
            if (!missed) {
                missed = true;
                LOG.warn("Kafka has no topic {} yet; reading begins when it is created", topic);
            }
            return new Snapshot(topic, null, Map.of());
        }
    }

    private TopicDescription describe() {
        return get(admin.describeTopics(List.of(topic)).topicNameValues().get(topic));
    }

    private Map<Integer, Bounds> bounds(TopicDescription description) {
        Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        description.partitions().forEach(partition -> {
            earliest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.earliest());
            latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest());
        });
        var begins = admin.listOffsets(earliest).all();
        var ends = get(admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all());
        Map<Integer, Bounds> partitions = new TreeMap<>();
        get(begins).forEach((partition, begin) -> {
            // Records may have been deleted between the two answers.
            long end = Math.max(begin.offset(), ends.get(partition).offset());
            partitions.put(partition.partition(), new Bounds(begin.offset(), end));
        });
        return partitions;
    }

    /**
     * The latest timestamp of any record in some partitions, in epoch milliseconds; -1 if there are none.
     *
     * @throws KafkaException if the brokers can't be asked
     */
    long latestArrival(Collection<Integer> partitions) {
        return listOffsets(partitions, OffsetSpec.maxTimestamp()).values().stream()
                .mapToLong(ListOffsetsResultInfo::timestamp)
                .max()
                .orElse(-1);
    }

    /**
     * By partition, the first offset with this timestamp or a later one; partitions without one are missing.
     *
     * @param millis in epoch milliseconds
     * @throws KafkaException if the brokers can't be asked
     */
    Map<Integer, Long> firstArrivedAt(Collection<Integer> partitions, long millis) {
        Map<Integer, Long> offsets = new HashMap<>();
        listOffsets(partitions, OffsetSpec.forTimestamp(millis)).forEach((partition, first) -> {
            if (first.offset() >= 0) {
                offsets.put(partition.partition(), first.offset());
            }
        });
        return offsets;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> listOffsets(Collection<Integer> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(new TopicPartition(topic, partition), spec));
        return get(admin.listOffsets(asked).all());
    }

    /** Shows a group's progress to the ordinary lag tools; nothing depends on it, so failures are only logged. */
    void showProgress(String group, Map<Integer, Long> offsets) {
        admin.alterConsumerGroupOffsets(
                        group,
                        offsets.entrySet().stream()
                                .collect(Collectors.toMap(
                                        entry -> new TopicPartition(topic, entry.getKey()),
                                        entry -> new OffsetAndMetadata(entry.getValue()))))
                .all()
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.debug("Offsets of group {} could not be shown", group, failure);
                    }
                });
    }

    @Override
    public void close() {
        admin.close();
    }

    static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof KafkaException cause ? cause : new KafkaException(failure.getCause());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
