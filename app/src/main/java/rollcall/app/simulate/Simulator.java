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
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import rollcall.config.KafkaSettings;

/** Sends records that are made up to Kafka, at a steady rate. */
public final class Simulator {

    /**
     * How far it got.
     *
     * @param sent records handed to the producer
     * @param acknowledged of these, records that all in-sync replicas have
     * @param failed of these, records that were given up
     */
    public record Progress(long sent, long acknowledged, long failed) {}

    private static final long PAUSE_NANOS = 500_000;

    private final RecordSource source;
    private final Pace pace;
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final AtomicLong sent = new AtomicLong();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile boolean stopped;

    /** Records for a topic, through a given producer, which {@link #run} closes. */
    Simulator(RecordSource source, Pace pace, Producer<byte[], byte[]> producer, String topic) {
        this.source = source;
        this.pace = pace;
        this.producer = producer;
        this.topic = topic;
    }

    /** Records for a topic, through a producer of the simulator's own. */
    Simulator(RecordSource source, Pace pace, KafkaSettings kafka, String topic) {
        this(source, pace, producer(kafka), topic);
    }

    /** A fleet's pings for the configured topic. */
    public static Simulator ofDrivers(FleetSettings fleet, KafkaSettings kafka) {
        return new Simulator(new DriverFleet(fleet), fleet.pace(), kafka, kafka.pings());
    }

    /** A chain's tickets for the configured topic. */
    public static Simulator ofStores(ChainSettings chain, KafkaSettings kafka) {
        return new Simulator(new StoreChain(chain), chain.pace(), kafka, kafka.tickets());
    }

    /**
     * Sends records until the count is reached, {@link #stop} is called or the thread is interrupted; then waits for what
     * is under way, and closes the producer.
     *
     * @return what came of it, once nothing is under way any more
     */
    public Progress run() {
        try {
            sendAll();
        } catch (InterruptException e) {
            // The same as a stop: only the record that was about to be sent is not.
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
        producer.partitionsFor(topic); // fails here, and not record by record, if there is no broker or no topic
        Callback count = (metadata, failure) -> (failure == null ? acknowledged : failed).increment();
        long begin = System.nanoTime();
        for (long n = 0; n < pace.limit() && awaitTurn(begin + pace.dueNanos(n)); n++) {
            producer.send(source.next(topic, pace.epochMilli(n)), count);
            sent.lazySet(n + 1);
        }
    }

    /** Waits until a record is due; false if there is to be none. */
    private boolean awaitTurn(long dueNanos) {
        while (!isStopped() && dueNanos - System.nanoTime() > 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return !isStopped();
    }

    private boolean isStopped() {
        return stopped || Thread.currentThread().isInterrupted();
    }

    private static Producer<byte[], byte[]> producer(KafkaSettings kafka) {
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
        return new KafkaProducer<>(config);
    }
}
