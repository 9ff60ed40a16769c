package rollcall.engine.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import rollcall.config.MongoSettings;
import rollcall.engine.source.FoldingSource;
import rollcall.engine.source.SliceOutcome;
import rollcall.presence.Level;
import rollcall.store.Database;
import rollcall.store.RosterDelta;
import rollcall.store.StoredRoster;

/**
 * Writes the rows of some buckets to the database: all rows of a bucket come to one writer, which merges them into its
 * roster in one step. Passes on what the driver must know of the reading.
 */
record RosterWriter(MongoSettings mongo) implements FlatMapFunction<Iterator<Row>, SliceOutcome> {

    /** Bounds the memory and the message size of one write. */
    private static final int BUCKETS_AT_ONCE = 200;

    @Override
    public Iterator<SliceOutcome> call(Iterator<Row> rows) {
        Map<String, RosterDelta> deltas = new HashMap<>();
        List<SliceOutcome> outcomes = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            byte[] delta = row.getAs(FoldingSource.DELTA);
            if (delta == null) {
                outcomes.add(SliceOutcome.fromBytes(row.getAs(FoldingSource.OUTCOME)));
            } else {
                RosterPart part = RosterPart.fromBytes(delta);
                deltas.computeIfAbsent(part.key(), key -> new RosterDelta(part.bucket()))
                        .add(part.range(), part.roster());
            }
        }
        Database database = Databases.of(mongo);
        List<RosterDelta> all = new ArrayList<>(deltas.values());
        for (int i = 0; i < all.size(); i += BUCKETS_AT_ONCE) {
            write(database, all.subList(i, Math.min(all.size(), i + BUCKETS_AT_ONCE)));
        }
        return outcomes.iterator();
    }

    private static void write(Database database, Collection<RosterDelta> deltas) {
        Collection<StoredRoster> stored = database.rosters().merge(deltas).values();
        // Also after a replay: the process may have died between the two.
        database.reports()
                .raise(stored.stream()
                        .filter(roster -> roster.bucket().level() == Level.MINUTE
                                && roster.bucket().isOverall())
                        .toList());
    }
}
