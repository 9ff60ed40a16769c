package rollcall.engine.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Keeps records that could not be used on a topic of their own, with why and where they came from; at least once. A
 * record that is too large for that topic is kept without key and value: it must not stop the reading for ever.
 */
final class RejectedRecords {

    private static final Clients<KafkaProducer<byte[], byte[]>> PRODUCERS = new Clients<>();

    /** These two bound what waits for its acknowledgement. */
    private static final int MOST_IN_FLIGHT = 10_000;

    private static final long MOST_BYTES_IN_FLIGHT = 16 << 20;

    /** Header of a record kept without its key and value: how many bytes they had. */
    private static final String OMITTED = "omitted-bytes";

    private final FoldSpec spec;
    private final List<Sent> sent = new ArrayList<>();
    private long bytesInFlight;

    private record Sent(ProducerRecord<byte[], byte[]> record, Future<RecordMetadata> acknowledged) {}

    /** Keeps what can't be used of the topic that a spec reads. */
    RejectedRecords(FoldSpec spec) {
        this.spec = spec;
    }

    void send(ConsumerRecord<ByteBuffer, ByteBuffer> record, String reason) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("reason", utf8(reason));
        headers.add("source-topic", utf8(record.topic()));
        headers.add("source-partition", utf8(Integer.toString(record.partition())));
        headers.add("source-offset", utf8(Long.toString(record.offset())));
        send(new ProducerRecord<>(spec.kafka().rejected(), null, bytes(record.key()), bytes(record.value()), headers));
        if (sent.size() >= MOST_IN_FLIGHT || bytesInFlight >= MOST_BYTES_IN_FLIGHT) {
            flush();
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        bytesInFlight += length(record.key()) + length(record.value());
        sent.add(new Sent(record, producer().send(record)));
    }

    /** @throws KafkaException if a record sent before has not arrived */
    void flush() {
        while (!sent.isEmpty()) {
            producer().flush();
            List<Sent> flushed = List.copyOf(sent);
            sent.clear();
            bytesInFlight = 0;
            flushed.stream()
                    .filter(one -> !hasArrived(one))
                    .map(one -> withoutContent(one.record()))
                    .forEach(this::send);
        }
    }

    /** False where the record is too large, and may be sent without its content. */
    private boolean hasArrived(Sent one) {
        try {
            one.acknowledged().get();
            return true;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RecordTooLargeException
                    && one.record().headers().lastHeader(OMITTED) == null) {
                return false;
            }
            throw new KafkaException(
                    "Rejected records could not be kept on topic "
                            + spec.kafka().rejected(),
                    failure.getCause());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    private static ProducerRecord<byte[], byte[]> withoutContent(ProducerRecord<byte[], byte[]> record) {
        RecordHeaders headers = new RecordHeaders(record.headers().toArray());
        headers.add(OMITTED, utf8(Integer.toString(length(record.key()) + length(record.value()))));
        return new ProducerRecord<>(record.topic(), null, (byte[]) null, null, headers);
    }

    private static int length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return PRODUCERS.of(spec, () -> {
            Map<String, Object> config = new HashMap<>(spec.kafka().clientProperties());
            config.put(ProducerConfig.ACKS_CONFIG, "all");
            // The topic says how large a record may be.
            config.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 32 << 20);
            config.put(ProducerConfig.CLIENT_ID_CONFIG, "rollcall-rejected");
            return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        });
    }

    static void closeProducer(FoldSpec spec) {
        PRODUCERS.close(spec);
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
