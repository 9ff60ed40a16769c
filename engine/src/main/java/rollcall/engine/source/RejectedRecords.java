package rollcall.engine.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import rollcall.config.KafkaSettings;

/** Keeps records that could not be used on a topic of their own, with why and where they came from; at least once. */
final class RejectedRecords {

    /** One producer a process and cluster; tasks share nothing else, so this has to be static. */
    private static final Map<KafkaSettings, KafkaProducer<byte[], byte[]>> PRODUCERS = new ConcurrentHashMap<>();

    private static final int MOST_IN_FLIGHT = 10_000;

    private final KafkaSettings kafka;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    private RejectedRecords(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    static RejectedRecords to(KafkaSettings kafka) {
        return new RejectedRecords(kafka);
    }

    void send(ConsumerRecord<ByteBuffer, ByteBuffer> record, String reason) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("reason", utf8(reason));
        headers.add("source-topic", utf8(record.topic()));
        headers.add("source-partition", utf8(Integer.toString(record.partition())));
        headers.add("source-offset", utf8(Long.toString(record.offset())));
        sent.add(producer()
                .send(new ProducerRecord<>(
                        kafka.rejected(), null, bytes(record.key()), bytes(record.value()), headers)));
        if (sent.size() >= MOST_IN_FLIGHT) {
            flush();
        }
    }

    /** @throws KafkaException if a record sent before has not arrived */
    void flush() {
        if (sent.isEmpty()) {
            return;
        }
        producer().flush();
        for (Future<RecordMetadata> future : sent) {
            try {
                future.get();
            } catch (ExecutionException failure) {
                throw new KafkaException(
                        "Rejected records could not be kept on topic " + kafka.rejected(), failure.getCause());
            } catch (InterruptedException interrupted) {
                throw new InterruptException(interrupted);
            }
        }
        sent.clear();
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return PRODUCERS.computeIfAbsent(kafka, settings -> {
            Map<String, Object> config = new HashMap<>(settings.clientProperties());
            config.put(ProducerConfig.ACKS_CONFIG, "all");
            config.put(ProducerConfig.CLIENT_ID_CONFIG, "rollcall-rejected");
            return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        });
    }

    /** Closes this process's producers; the next use opens a new one. */
    static void closeProducers() {
        PRODUCERS.keySet().forEach(kafka -> PRODUCERS.remove(kafka).close());
    }

    private static byte[] bytes(ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
