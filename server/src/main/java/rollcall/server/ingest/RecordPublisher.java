package rollcall.server.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import rollcall.config.KafkaSettings;

/** Publishes records to Kafka and waits until all are acknowledged. Safe for use by several threads. */
public final class RecordPublisher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Kafka did not acknowledge everything in time; some of it may be published nevertheless. */
    static final class NotAcknowledgedException extends Exception {
        private static final long serialVersionUID = 1;

        NotAcknowledgedException(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    private final Supplier<Producer<byte[], byte[]>> connect;
    private Producer<byte[], byte[]> producer;

    public RecordPublisher(KafkaSettings settings) {
        this(() -> new KafkaProducer<>(properties(settings), new ByteArraySerializer(), new ByteArraySerializer()));
    }

    RecordPublisher(Supplier<Producer<byte[], byte[]>> connect) {
        this.connect = connect;
    }

    void publish(List<ProducerRecord<byte[], byte[]>> records) throws NotAcknowledgedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            List<Future<?>> sent = new ArrayList<>(records.size());
            for (ProducerRecord<byte[], byte[]> record : records) {
                Future<?> last = producer().send(record);
                sent.add(last);
                if (last.isDone()) {
                    last.get(); // failed already: the rest would only fail slowly, one by one
                }
            }
            for (Future<?> each : sent) {
                each.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException failure) {
            throw new NotAcknowledgedException(failure.getCause());
        } catch (TimeoutException | KafkaException failure) {
            throw new NotAcknowledgedException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledgedException(stopping);
        }
    }

    /** Made at the first use: a broker whose name can't be resolved yet must not keep the server from starting. */
    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = connect.get();
        }
        return producer;
    }

    private static Map<String, Object> properties(KafkaSettings settings) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                ProducerConfig.CLIENT_ID_CONFIG,
                "rollcall-server",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                5_000));
        properties.putAll(settings.clientProperties());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        // Kafka refuses a delivery timeout shorter than linger and request together: one alone can't be set.
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return properties;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
