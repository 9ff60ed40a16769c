package rollcall.store;

import java.util.Optional;
import org.bson.Document;

/**
 * What the ledger says of one partition.
 *
 * @param log which log its offsets are of, see {@link KafkaRange#log}
 * @param offset everything before it is in the results
 * @param until end of the range that was being written when the entry was; equal to {@code offset} if none was
 */
public record LedgerEntry(String topic, String log, int partition, long offset, long until, String owner, long epoch) {

    static LedgerEntry of(Document document) {
        return new LedgerEntry(
                document.getString("topic"),
                document.getString("log"),
                ((Number) document.get("partition")).intValue(),
                ((Number) document.get("offset")).longValue(),
                ((Number) document.get("until")).longValue(),
                document.getString("owner"),
                ((Number) document.get("epoch")).longValue());
    }

    /** The range that was begun and, as far as the ledger knows, not finished. It must be read again with the same bounds. */
    public Optional<KafkaRange> pending() {
        return until > offset ? Optional.of(new KafkaRange(topic, log, partition, offset, until)) : Optional.empty();
    }
}
