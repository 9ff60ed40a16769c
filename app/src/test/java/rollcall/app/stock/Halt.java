package rollcall.app.stock;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Ends its process as a SIGKILL would, in the midst of what is sent to a topic. Kafka makes one for each client of the
 * process, consumers too.
 */
public final class Halt implements ProducerInterceptor<byte[], byte[]>, ConsumerInterceptor<byte[], byte[]> {

    static final int CODE = 77;

    private static final String TOPIC = "halt.topic";
    private static final String SENDS = "halt.at.send";
    private static final String ACKNOWLEDGEMENTS = "halt.at.acknowledgement";

    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final CountDownLatch some = new CountDownLatch(1);
    private String topic;
    private int mostSends;
    private int mostAcknowledgements;

    /** Properties of a Kafka client that ends its process at a send, when the broker has some of those before. */
    static Map<String, String> atSend(String topic, int nth) {
        return Map.of("interceptor.classes", Halt.class.getName(), TOPIC, topic, SENDS, "" + nth);
    }

    /** Properties of a Kafka client that ends its process at an acknowledgement. */
    static Map<String, String> atAcknowledgement(String topic, int nth) {
        return Map.of("interceptor.classes", Halt.class.getName(), TOPIC, topic, ACKNOWLEDGEMENTS, "" + nth);
    }

    @Override
    public void configure(Map<String, ?> properties) {
        topic = properties.get(TOPIC).toString();
        mostSends = number(properties, SENDS);
        mostAcknowledgements = number(properties, ACKNOWLEDGEMENTS);
    }

    private static int number(Map<String, ?> properties, String name) {
        return properties.get(name) == null
                ? -1
                : Integer.parseInt(properties.get(name).toString());
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        if (record.topic().equals(topic) && sent.incrementAndGet() == mostSends) {
            try {
                some.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(CODE);
        }
        return record;
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception failure) {
        if (failure == null && metadata.topic().equals(topic)) {
            some.countDown();
            if (acknowledged.incrementAndGet() == mostAcknowledgements) {
                Runtime.getRuntime().halt(CODE);
            }
        }
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}
