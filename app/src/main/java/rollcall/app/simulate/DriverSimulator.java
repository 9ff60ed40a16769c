package rollcall.app.simulate;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import rollcall.config.KafkaSettings;

/** Sends the pings of a {@link DriverFleet} to Kafka, at a steady rate. */
public final class DriverSimulator {

    /**
     * How far it got.
     *
     * @param sent records handed to the producer
     * @param acknowledged of these, records that all in-sync replicas have
     * @param failed of these, records that were given up
     */
    public record Progress(long sent, long acknowledged, long failed) {}

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long PAUSE_NANOS = 500_000;

    private final FleetSettings settings;
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final AtomicLong sent = new AtomicLong();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile boolean stopped;

    /** Pings for the configured topic, through a producer of the simulator's own. */
    public DriverSimulator(FleetSettings settings, KafkaSettings kafka) {
        this(settings, new KafkaProducer<>(producerConfig(kafka)), kafka.pings());
    }

    /** Pings through a given producer, which {@link #run} closes. */
    DriverSimulator(FleetSettings settings, Producer<byte[], byte[]> producer, String topic) {
        this.settings = settings;
        this.producer = producer;
        this.topic = topic;
    }

    /**
     * Sends pings until the count is reached, {@link #stop} is called or the thread is interrupted; then waits for what
     * is under way, and closes the producer.
     *
     * @return what came of it, once nothing is under way any more
     */
    public Progress run() {
        try {
            sendAll();
        } catch (InterruptException e) {
            // The same as a stop: only the ping that was about to be sent is not.
        } finally {
            boolean interrupted = Thread.interrupted(); // closing would give up at once
            producer.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return progress();
    }

    /** Makes {@link #run} return soon. For any thread. */
    public void stop() {
        stopped = true;
    }

    /** For any thread, also while it runs. */
    public Progress progress() {
        return new Progress(sent.get(), acknowledged.sum(), failed.sum());
    }

    private void sendAll() {
        producer.partitionsFor(topic); // fails here, and not ping by ping, if there is no broker or no topic
        DriverFleet fleet = new DriverFleet(settings);
        Callback count = (metadata, failure) -> (failure == null ? acknowledged : failed).increment();
        long begin = System.nanoTime();
        long limit = settings.count() == 0 ? Long.MAX_VALUE : settings.count();
        for (long n = 0; n < limit && awaitTurn(n, begin); n++) {
            long now = timeOf(n);
            producer.send(new ProducerRecord<>(topic, null, now, null, fleet.next(now)), count);
            sent.lazySet(n + 1);
        }
    }

    /** Waits until ping n is due; false if there is to be none. */
    private boolean awaitTurn(long n, long begin) {
        if (settings.rate() > 0) {
            long due = begin + (long) (nanosOf(n, settings.rate()) / settings.speed());
            while (!isStopped() && due - System.nanoTime() > 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return !isStopped();
    }

    private boolean isStopped() {
        return stopped || Thread.currentThread().isInterrupted();
    }

    private long timeOf(long n) {
        return settings.start()
                .map(start -> start.toEpochMilli() + (long) (n * 1000 / settings.simulatedRate()))
                .orElseGet(System::currentTimeMillis);
    }

    private static long nanosOf(long pings, long rate) {
        return pings / rate * SECOND_NANOS + pings % rate * SECOND_NANOS / rate;
    }

    private static Map<String, Object> producerConfig(KafkaSettings kafka) {
        Map<String, Object> config = new HashMap<>(kafka.client());
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.brokers());
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
        config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        config.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024);
        return config;
    }
}
