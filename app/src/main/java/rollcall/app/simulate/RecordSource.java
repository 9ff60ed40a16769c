package rollcall.app.simulate;

import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes records up. Pure: the same settings and times give the same records. Not safe for use by several threads. */
@FunctionalInterface
interface RecordSource {

    /**
     * The record that is sent now.
     *
     * @param topic where it goes
     * @param nowMillis the simulated time, in epoch milliseconds; it is the record's Kafka timestamp
     */
    ProducerRecord<byte[], byte[]> next(String topic, long nowMillis);
}
