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
import rollcall.engine.Databases;
import rollcall.engine.source.FoldingSource;
import rollcall.engine.source.SliceOutcome;
import rollcall.presence.Bucket;
import rollcall.presence.Level;
import rollcall.store.Database;
import rollcall.store.Passed;
import rollcall.store.RosterDelta;
import rollcall.store.StoredRoster;

/**
 * Writes the rows of some buckets to the database: all rows of a bucket come to one writer, which merges them into its
 * roster in one step. Passes on what the driver must know of the reading.
 *
 * @param passed which minutes had been passed before this batch
 */
record RosterWriter(MongoSettings mongo, Passed passed) implements FlatMapFunction<Iterator<Row>, SliceOutcome> {

    /** These two bound the memory that one write takes. */
    private static final int BUCKETS_AT_ONCE = 200;

    private static final long DRIVERS_AT_ONCE = 5_000_000;

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
        Database database = Databases.of(mongo, PresenceJob.NAME);
        List<RosterDelta> next = new ArrayList<>();
        long drivers = 0;
        for (RosterDelta delta : deltas.values()) {
            next.add(delta);
            drivers += delta.drivers();
            if (next.size() == BUCKETS_AT_ONCE || drivers > DRIVERS_AT_ONCE) {
                write(database, next);
                next.clear();
                drivers = 0;
            }
        }
        write(database, next);
        return outcomes.iterator();
    }

    private void write(Database database, Collection<RosterDelta> deltas) {
        if (deltas.isEmpty()) {
            return;
        }
        Map<Bucket, StoredRoster> stored = database.rosters().merge(deltas);
        database.corrections().note(deltas, stored, passed);
        // Also after a replay: the process may have died between the two.
        database.reports()
                .raise(stored.values().stream()
                        .filter(roster -> roster.bucket().level() == Level.MINUTE
                                && roster.bucket().isOverall())
                        .toList());
    }
}
