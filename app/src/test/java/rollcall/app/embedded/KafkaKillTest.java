package rollcall.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.app.embedded.EmbeddedProcess.Part;

class KafkaKillTest {

    private static final long LONG_AGO = Instant.parse("2018-01-01T04:00:00Z").toEpochMilli();

    private final Map<TopicPartition, Map<Long, String>> acknowledged = new ConcurrentHashMap<>();

    @Test
    void keepsEveryAcknowledgedRecordThroughTwoKills(@TempDir Path data) throws Exception {
        int port = LocalPort.free();
        for (int round = 0; round < 2; round++) {
            try (EmbeddedProcess process = EmbeddedProcess.start(Part.KAFKA, data, port)) {
                killWhileWriting(process, round);
            }
        }
        try (EmbeddedProcess process = EmbeddedProcess.start(Part.KAFKA, data, port)) {
            assertEverythingIsThere(process.address());
            assertThat(process.stop(20)).isTrue();
        }
    }

    private void killWhileWriting(EmbeddedProcess process, int round) throws Exception {
        int before = count();
        AtomicBoolean killed = new AtomicBoolean();
        ExecutorService writer = Executors.newSingleThreadExecutor();
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", process.address(), "acks", "all", "max.block.ms", 1000),
                new StringSerializer(),
                new StringSerializer());
        try {
            writer.submit(() -> {
                for (int i = 0; !killed.get(); i++) {
                    send(producer, round + "-" + i);
                }
            });
            await().atMost(Duration.ofSeconds(60)).until(() -> count() > before + 5000);
            process.kill();
        } finally {
            killed.set(true);
            producer.close(Duration.ZERO);
            writer.shutdown();
        }
    }

    private void send(KafkaProducer<String, String> producer, String value) {
        int partition = Math.floorMod(value.hashCode(), EmbeddedProcess.PARTITIONS);
        producer.send(
                new ProducerRecord<>(EmbeddedProcess.TOPIC, partition, LONG_AGO, null, value), (metadata, failure) -> {
                    if (failure == null) {
                        acknowledged
                                .computeIfAbsent(
                                        new TopicPartition(metadata.topic(), metadata.partition()),
                                        p -> new ConcurrentHashMap<>())
                                .put(metadata.offset(), value);
                    }
                });
    }

    private int count() {
        return acknowledged.values().stream().mapToInt(Map::size).sum();
    }

    private void assertEverythingIsThere(String brokers) {
        List<TopicPartition> partitions = IntStream.range(0, EmbeddedProcess.PARTITIONS)
                .mapToObj(p -> new TopicPartition(EmbeddedProcess.TOPIC, p))
                .toList();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                assertContinuous(consumer, partition, ends.get(partition));
            }
        }
    }

    private void assertContinuous(KafkaConsumer<String, String> consumer, TopicPartition partition, long end) {
        Map<Long, String> expected = acknowledged.get(partition);
        long next = 0;
        while (next < end) {
            for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(5))) {
                assertThat(record.offset()).isEqualTo(next++);
                assertThat(record.timestamp()).isEqualTo(LONG_AGO);
                assertThat(record.value()).isEqualTo(expected.getOrDefault(record.offset(), record.value()));
            }
        }
        assertThat(expected.keySet()).allMatch(offset -> offset < end);
    }
}
