package rollcall.store;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.bson.Document;

/**
 * How far a topic has been counted.
 *
 * @param newestEventSecond the latest event time counted, in epoch seconds
 * @param offsets by partition, the next offset to read
 * @param rejectedByReason how many records have been rejected so far
 * @param updatedAt when the ledger last moved; null if it never did
 */
public record Frontier(
        OptionalLong newestEventSecond,
        Map<Integer, Long> offsets,
        Map<String, Long> rejectedByReason,
        Instant updatedAt) {

    static Frontier of(List<Document> entries) {
        OptionalLong newest = OptionalLong.empty();
        Map<Integer, Long> offsets = new TreeMap<>();
        Map<String, Long> rejected = new TreeMap<>();
        Instant updatedAt = null;
        for (Document entry : entries) {
            offsets.put(((Number) entry.get("partition")).intValue(), ((Number) entry.get("offset")).longValue());
            if (entry.get("newest") instanceof Number second) {
                newest = OptionalLong.of(Math.max(newest.orElse(Long.MIN_VALUE), second.longValue()));
            }
            entry.get("rejected", new Document())
                    .forEach((reason, count) -> rejected.merge(reason, ((Number) count).longValue(), Long::sum));
            Date moved = entry.getDate("updatedAt");
            if (moved != null && (updatedAt == null || moved.toInstant().isAfter(updatedAt))) {
                updatedAt = moved.toInstant();
            }
        }
        return new Frontier(newest, offsets, rejected, updatedAt);
    }
}
