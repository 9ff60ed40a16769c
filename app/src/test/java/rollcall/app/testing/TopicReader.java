package rollcall.app.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads whole topics, as others would. */
public final class TopicReader {

    private TopicReader() {}

    /** Everything that is on a topic; of transactions only what was committed. */
    public static List<ConsumerRecord<byte[], byte[]>> committed(String brokers, String topic) {
        return read(brokers, topic, "read_committed");
    }

    /** Everything that is on a topic, also what was never committed. */
    public static List<ConsumerRecord<byte[], byte[]>> all(String brokers, String topic) {
        return read(brokers, topic, "read_uncommitted");
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String brokers, String topic, String isolation) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", brokers, "isolation.level", isolation, "allow.auto.create.topics", false);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
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
}
