package rollcall.engine.source;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;
import rollcall.config.KafkaSettings;
import rollcall.store.Incident;
import rollcall.store.KafkaRange;

/**
 * Reads one partition's log from one offset on. It is kept between batches: a slice that begins where the last one ended
 * is served from what has been fetched meanwhile. Used by one thread at a time.
 */
final class LogReader implements AutoCloseable {

    /** Large: reading history is bound by round trips otherwise. */
    static final int FETCH_BYTES = 4 << 20;

    private static final Duration POLL = Duration.ofMillis(500);

    /**
     * What a reader reads.
     *
     * @param group names the reader in the brokers' logs and metrics
     * @param log see {@link KafkaRange#log}
     */
    record Source(KafkaSettings kafka, String group, String log, TopicPartition partition) {}

    private final Source source;
    private final KafkaSettings settings;
    private final KafkaConsumer<ByteBuffer, ByteBuffer> consumer;
    private final TopicPartition partition;

    /** Everything from here on will come out of this reader, in order. */
    private long position = -1;

    private Iterator<ConsumerRecord<ByteBuffer, ByteBuffer>> fetched =
            List.<ConsumerRecord<ByteBuffer, ByteBuffer>>of().iterator();
    private ConsumerRecord<ByteBuffer, ByteBuffer> ahead;
    private long silentSince = System.nanoTime();

    LogReader(Source source) {
        this.source = source;
        this.settings = source.kafka();
        this.partition = source.partition();
        this.consumer = new KafkaConsumer<>(
                config(settings, source.group()), new ByteBufferDeserializer(), new ByteBufferDeserializer());
        consumer.assign(List.of(partition));
    }

    private static Map<String, Object> config(KafkaSettings settings, String group) {
        Map<String, Object> config = new HashMap<>(Map.of(
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                FETCH_BYTES,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                20_000));
        config.putAll(settings.clientProperties());
        // These decide what is read; a setting from outside must not change it.
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, group + "-" + UUID.randomUUID());
        return config;
    }

    Source source() {
        return source;
    }

    long position() {
        return position;
    }

    /** Makes the next {@link #poll} begin at an offset; free where the reader is there already. */
    void moveTo(long offset) {
        if (position == offset) {
            silentSince = System.nanoTime();
        } else {
            seek(offset);
        }
    }

    /**
     * Hands out what is there of the rest of a slice, waiting for it a while.
     *
     * @param lost told of what Kafka no longer has
     * @return whether there may be more of the slice
     * @throws TimeoutException if Kafka has not answered for the time set
     */
    boolean poll(Slice slice, Consumer<ConsumerRecord<ByteBuffer, ByteBuffer>> records, Consumer<Incident> lost) {
        if (ahead == null && !fetched.hasNext()) {
            fetch(slice, lost);
        }
        while (ahead != null || fetched.hasNext()) {
            ConsumerRecord<ByteBuffer, ByteBuffer> record = ahead != null ? ahead : fetched.next();
            ahead = null;
            if (record.offset() >= slice.until()) {
                ahead = record;
                position = slice.until();
                return false;
            }
            records.accept(record);
            position = record.offset() + 1;
        }
        // Transaction markers, aborted records and compaction leave gaps that only the consumer knows of.
        position = Math.min(slice.until(), Math.max(position, consumer.position(partition)));
        return position < slice.until();
    }

    private void fetch(Slice slice, Consumer<Incident> lost) {
        try {
            List<ConsumerRecord<ByteBuffer, ByteBuffer>> polled =
                    consumer.poll(POLL).records(partition);
            fetched = polled.iterator();
            if (!polled.isEmpty() || consumer.position(partition) > position) {
                silentSince = System.nanoTime();
            } else if (System.nanoTime() - silentSince > settings.readTimeout().toNanos()) {
                skipWhatIsCutOff(slice, lost);
            }
        } catch (OffsetOutOfRangeException outOfRange) {
            skipWhatIsGone(slice, lost);
        }
    }

    /** The brokers say nothing although the slice goes on: either they are in trouble, or the log is shorter now. */
    private void skipWhatIsCutOff(Slice slice, Consumer<Incident> lost) {
        if (consumer.endOffsets(List.of(partition)).get(partition) > position) {
            throw new TimeoutException("Nothing came of " + partition + " from offset " + position + " for "
                    + settings.readTimeout().toSeconds() + " s, though the log is said to reach " + slice.until()
                    + ". Are the brokers at " + settings.brokers() + " up? (kafka.read-timeout sets the patience)");
        }
        skip(
                slice.until(),
                Incident.LOG_TRUNCATED,
                "The log ends before these records, which were there already: the brokers lost its tail. Reading goes "
                        + "on with what comes next.",
                slice,
                lost);
    }

    private void skipWhatIsGone(Slice slice, Consumer<Incident> lost) {
        long earliest = consumer.beginningOffsets(List.of(partition)).get(partition);
        if (earliest > position) {
            skip(
                    Math.min(earliest, slice.until()),
                    Incident.DATA_LOST,
                    "Kafka deleted these records before or while they were read (retention). Reading goes on with what "
                            + "is left.",
                    slice,
                    lost);
        } else {
            skip(
                    slice.until(),
                    Incident.LOG_TRUNCATED,
                    "The brokers lost the log's tail while it was read. Reading goes on with what comes next.",
                    slice,
                    lost);
        }
    }

    private void skip(long next, String kind, String detail, Slice slice, Consumer<Incident> lost) {
        KafkaRange range = slice.range();
        lost.accept(Incident.now(
                kind, new KafkaRange(range.topic(), range.log(), range.partition(), position, next), detail));
        seek(next);
    }

    private void seek(long offset) {
        consumer.seek(partition, offset);
        fetched = List.<ConsumerRecord<ByteBuffer, ByteBuffer>>of().iterator();
        ahead = null;
        position = offset;
        silentSince = System.nanoTime();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
