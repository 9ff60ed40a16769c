package rollcall.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rollcall.presence.Bucket;
import rollcall.presence.Roster;

/**
 * A roster as the database has it.
 *
 * @param counted per partition of a log, the offset up to which its pings are in the roster's counts
 * @param parts names of the documents that hold what did not fit into the first; mostly none
 * @param revision grows by one with every write; 0: not yet written
 * @param updatedAt when its figures last changed
 */
public record StoredRoster(
        Bucket bucket, Roster roster, Map<String, Long> counted, List<String> parts, long revision, Instant updatedAt) {

    static StoredRoster none(Bucket bucket) {
        return new StoredRoster(bucket, new Roster(), Map.of(), List.of(), 0, Instant.EPOCH);
    }

    /**
     * This roster with a delta merged into it. Drivers are always united. Counts are added only for ranges that begin
     * where the counted ones end or later; a range that is counted already is a replay.
     *
     * @throws IllegalStateException if a range is counted in part, which the ledger rules out
     */
    StoredRoster merge(RosterDelta delta, Instant now) {
        Roster merged = new Roster();
        merged.add(roster);
        merged.unite(delta.seen());
        Map<String, Long> ends = new HashMap<>(counted);
        delta.counts().forEach((range, count) -> {
            long end = ends.getOrDefault(partitionKey(range), 0L);
            if (end <= range.from()) {
                merged.count(count.pings(), count.availablePings());
                ends.put(partitionKey(range), range.until());
            } else if (end < range.until()) {
                throw new IllegalStateException("Roster " + bucket + " counts " + range + " only up to " + end
                        + "; a range must be merged whole. Did another program write to the ledger?");
            }
        });
        return new StoredRoster(bucket, merged, ends, parts, revision + 1, saysTheSame(merged) ? updatedAt : now);
    }

    /** For rosters that only grow: as large is the same. */
    private boolean saysTheSame(Roster grown) {
        return grown.online().size() == roster.online().size()
                && grown.available().size() == roster.available().size()
                && grown.pings() == roster.pings();
    }

    private static String partitionKey(KafkaRange range) {
        return range.log() + "/" + range.partition();
    }
}
