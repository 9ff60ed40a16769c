package rollcall.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.roaringbitmap.RoaringBitmap;

/**
 * The limit: a program written for nothing but this topic. Two threads with a consumer each put the drivers of every
 * minute into bitmaps, knowing where in a ping its numbers are. It checks nothing, stores nothing, survives nothing.
 */
public final class HandWritten {

    private HandWritten() {}

    /** Prints the seconds it took and the sum of all minutes' distinct drivers. */
    public static void main(String[] arguments) throws Exception {
        long begin = System.nanoTime();
        List<Reader> readers =
                List.of(new Reader(arguments[0], arguments[1], 0), new Reader(arguments[0], arguments[1], 1));
        readers.forEach(Thread::start);
        Map<Long, RoaringBitmap> online = new HashMap<>();
        for (Reader reader : readers) {
            reader.join();
            reader.online.forEach((minute, drivers) -> online.merge(minute, drivers, (a, b) -> {
                a.or(b);
                return a;
            }));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        long drivers = online.values().stream()
                .mapToLong(RoaringBitmap::getLongCardinality)
                .sum();
        System.out.println(seconds + " " + drivers);
    }

    private static final class Reader extends Thread {
        private final String brokers;
        private final String topic;
        private final int number;
        private final Map<Long, RoaringBitmap> online = new HashMap<>();
        private final Map<Long, RoaringBitmap> available = new HashMap<>();

        Reader(String brokers, String topic, int number) {
            this.brokers = brokers;
            this.topic = topic;
            this.number = number;
        }

        @Override
        public void run() {
            Map<String, Object> config = Map.of(
                    "bootstrap.servers",
                    brokers,
                    "max.partition.fetch.bytes",
                    4 << 20,
                    "max.poll.records",
                    20_000,
                    "enable.auto.commit",
                    false,
                    "isolation.level",
                    "read_committed");
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                List<TopicPartition> mine = new ArrayList<>();
                consumer.partitionsFor(topic).stream()
                        .filter(partition -> partition.partition() % 2 == number)
                        .forEach(partition -> mine.add(new TopicPartition(topic, partition.partition())));
                consumer.assign(mine);
                consumer.seekToBeginning(mine);
                long left = consumer.endOffsets(mine).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                while (left > 0) {
                    ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(1));
                    for (ConsumerRecord<byte[], byte[]> record : records) {
                        count(record.value());
                    }
                    left -= records.count();
                }
            }
        }

        private void count(byte[] ping) {
            int at = 14;
            int driver = 0;
            for (; ping[at] != ','; at++) {
                driver = driver * 10 + ping[at] - '0';
            }
            long second = 0;
            for (at += 15; ping[at] != ','; at++) {
                second = second * 10 + ping[at] - '0';
            }
            long minute = second / 60;
            online.computeIfAbsent(minute, absent -> new RoaringBitmap()).add(driver);
            if (ping[at + 13] == '1') {
                available.computeIfAbsent(minute, absent -> new RoaringBitmap()).add(driver);
            }
        }
    }
}
