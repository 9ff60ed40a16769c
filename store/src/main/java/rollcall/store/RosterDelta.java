package rollcall.store;

import java.util.LinkedHashMap;
import java.util.Map;
import rollcall.presence.Bucket;
import rollcall.presence.Roster;

/**
 * What folding some ranges of Kafka gave for one bucket: the drivers seen in any of them, and the ping counts of each.
 * A range must be whole: a delta that holds only a part of a range's pings for its bucket would leave the rest uncounted.
 */
public final class RosterDelta {

    /** Pings of one range in one bucket. */
    record Count(long pings, long availablePings) {}

    private final Bucket bucket;
    private final Roster seen = new Roster();
    private final Map<KafkaRange, Count> counts = new LinkedHashMap<>();

    public RosterDelta(Bucket bucket) {
        this.bucket = bucket;
    }

    /** Adds pings of a range; several calls for one range add up. */
    public void add(KafkaRange range, Roster part) {
        seen.unite(part);
        counts.merge(
                range,
                new Count(part.pings(), part.availablePings()),
                (a, b) -> new Count(a.pings + b.pings, a.availablePings + b.availablePings));
    }

    public Bucket bucket() {
        return bucket;
    }

    /** How many distinct drivers it has. */
    public long drivers() {
        return seen.online().size();
    }

    Roster seen() {
        return seen;
    }

    Map<KafkaRange, Count> counts() {
        return counts;
    }
}
