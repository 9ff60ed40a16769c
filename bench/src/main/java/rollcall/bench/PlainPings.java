package rollcall.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Pings of 58 bytes from 50,000 drivers, over an hour of event time, evenly on the partitions of a topic. */
final class PlainPings {

    static final long START = 1_514_779_200;
    private static final int DRIVERS = 50_000;
    private static final int SECONDS = 3_600;

    private PlainPings() {}

    static void send(String brokers, String topic, int partitions, int count) {
        Random random = new Random(1);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "linger.ms", 50, "batch.size", 1 << 18),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                long second = START + (long) SECONDS * i / count;
                byte[] value = ping(10_000 + random.nextInt(DRIVERS), second, random.nextBoolean());
                producer.send(new ProducerRecord<>(topic, i % partitions, second * 1000, null, value));
            }
        }
    }

    static byte[] ping(int driver, long second, boolean available) {
        return ("{\"driver_id\": " + driver + ", \"timestamp\": " + second + ", \"on_duty\": " + (available ? 1 : 0)
                        + "}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
