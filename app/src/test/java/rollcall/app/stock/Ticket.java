package rollcall.app.stock;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record to send and what is known of it beforehand.
 *
 * @param store {@code City|State}: all tickets of a store go to one partition
 * @param atMillis event time
 * @param levels by product
 * @param reason why it must be rejected; null if it must be taken
 */
record Ticket(byte[] value, long recordMillis, String store, long atMillis, Map<String, Long> levels, String reason) {

    ProducerRecord<byte[], byte[]> to(String topic) {
        return new ProducerRecord<>(topic, null, recordMillis, store.getBytes(StandardCharsets.UTF_8), value);
    }
}
