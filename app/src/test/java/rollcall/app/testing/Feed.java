package rollcall.app.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.app.testing.Waiting.await;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends records from outside to a broker that is killed twice meanwhile, a third of them at a time. Retries make
 * duplicates: a broker that starts again does not remember a producer whose last record carries a time more than a day
 * ago. What counts is what is in the log.
 */
public final class Feed {

    private static final String INDEX = "index";

    private final int size;
    private final IntFunction<ProducerRecord<byte[], byte[]>> records;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Semaphore maySend;
    private CompletableFuture<Void> sending;

    /** @param records gives a record by its index, from 0 to {@code size} - 1 */
    public Feed(int size, IntFunction<ProducerRecord<byte[], byte[]>> records) {
        this.size = size;
        this.records = records;
        this.maySend = new Semaphore(third());
    }

    private int third() {
        return (size + 2) / 3;
    }

    /** Begins with the first third. */
    public void start(String brokers) {
        sending = CompletableFuture.runAsync(() -> send(brokers));
    }

    /** Kills the broker's process while the next third is being sent to it. */
    public void kill(RollcallProcess process) throws InterruptedException {
        int before = acknowledged.get();
        maySend.release(third());
        await().pollInterval(Duration.ofMillis(1)).until(() -> acknowledged.get() > before);
        process.kill();
        assertThat(acknowledged.get()).isLessThan(before + third());
    }

    /** Waits until the broker has everything. */
    public void finish() {
        sending.join();
        assertThat(acknowledged.get()).isEqualTo(size);
    }

    /** Which of the records one is that was read. */
    public static int index(ConsumerRecord<byte[], byte[]> record) {
        return ByteBuffer.wrap(record.headers().lastHeader(INDEX).value()).getInt();
    }

    private void send(String brokers) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", brokers, "delivery.timeout.ms", 600_000, "max.block.ms", 600_000, "linger.ms", 20);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < size; i++) {
                maySend.acquireUninterruptibly();
                ProducerRecord<byte[], byte[]> record = records.apply(i);
                record.headers()
                        .add(INDEX, ByteBuffer.allocate(Integer.BYTES).putInt(i).array());
                producer.send(record, (metadata, failure) -> {
                    if (failure == null) {
                        acknowledged.incrementAndGet();
                    }
                });
            }
        }
    }
}
