package rollcall.store;

import java.io.Serializable;

/**
 * A stretch of one partition's log.
 *
 * @param log which log it is: the topic's id, and where a log was cut short and written anew, a suffix. Offsets of two
 *     logs have nothing to do with each other
 * @param from the first offset
 * @param until the offset after the last
 */
public record KafkaRange(String topic, String log, int partition, long from, long until) implements Serializable {

    public KafkaRange {
        if (from < 0 || until < from) {
            throw new IllegalArgumentException("Not a range of offsets: " + topic + "-" + partition + " from " + from
                    + " until " + until + "; expected 0 <= from <= until");
        }
    }

    /** How many offsets it spans: at least as many as it has records. */
    public long length() {
        return until - from;
    }

    /** The part of it that ends before an offset. */
    public KafkaRange until(long offset) {
        return new KafkaRange(topic, log, partition, from, offset);
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "[" + from + "," + until + ")";
    }
}
