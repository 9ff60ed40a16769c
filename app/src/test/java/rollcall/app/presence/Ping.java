package rollcall.app.presence;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record to send and what is known of it beforehand.
 *
 * @param reason why it must be rejected; null if it must be counted
 */
record Ping(
        byte[] value, long recordMillis, Object driver, long second, boolean available, String city, String reason) {

    /** @param partition null: any */
    ProducerRecord<byte[], byte[]> to(String topic, Integer partition) {
        return new ProducerRecord<>(topic, partition, recordMillis, null, value);
    }
}
