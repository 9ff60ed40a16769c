package rollcall.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import rollcall.presence.Bucket;
import rollcall.presence.Level;

/** The collection {@code corrections}: one document per minute whose overall figures late pings have changed. */
public final class Corrections {

    private final MongoCollection<Document> collection;
    private final Reports reports;

    Corrections(MongoCollection<Document> collection, Reports reports) {
        this.collection = collection;
        this.reports = reports;
    }

    void prepare() {
        collection.createIndex(Indexes.ascending("timeBucket"), new IndexOptions().unique(true));
    }

    /**
     * Notes what minutes were that late pings change. To be called before their reports are raised, for what was is what
     * these still say; so a replay after a crash in between notes the same.
     *
     * @param deltas what is new, of any buckets
     * @param merged the rosters that came of them
     */
    public void note(Collection<RosterDelta> deltas, Map<Bucket, StoredRoster> merged, Passed passed) {
        List<RosterDelta> late = deltas.stream()
                .filter(delta ->
                        delta.bucket().level() == Level.MINUTE && delta.bucket().isOverall())
                .filter(passed::includes)
                .toList();
        if (late.isEmpty()) {
            return;
        }
        Map<Long, MinuteReport> before =
                reports.of(late.stream().map(delta -> delta.bucket().start()).toList()).stream()
                        .collect(Collectors.toMap(MinuteReport::start, Function.identity()));
        List<UpdateOneModel<Document>> writes = late.stream()
                .flatMap(delta -> correction(before.get(delta.bucket().start()), delta, merged, passed).stream())
                .map(Corrections::write)
                .toList();
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        }
    }

    private static Optional<Correction> correction(
            MinuteReport before, RosterDelta delta, Map<Bucket, StoredRoster> merged, Passed passed) {
        StoredRoster now = merged.get(delta.bucket());
        if (before == null) {
            return passed.includesWithoutFigures(delta)
                    ? Optional.of(new Correction(delta.bucket().start(), now.updatedAt(), 0, 0))
                    : Optional.empty();
        }
        boolean isSame = before.online() == now.roster().online().size()
                && before.available() == now.roster().available().size();
        return isSame
                ? Optional.empty()
                : Optional.of(new Correction(before.start(), now.updatedAt(), before.online(), before.available()));
    }

    private static UpdateOneModel<Document> write(Correction correction) {
        String timeBucket = Reports.timeBucket(correction.start());
        return new UpdateOneModel<>(
                eq("_id", timeBucket),
                combine(
                        setOnInsert("timeBucket", timeBucket),
                        setOnInsert("online", correction.online()),
                        setOnInsert("available", correction.available()),
                        max("at", Date.from(correction.at()))),
                new UpdateOptions().upsert(true));
    }

    /** Those of minutes from one epoch second until another, both inclusive, by time; if there are more, the newest. */
    public List<Correction> between(long from, long to, int most) {
        return read(collection
                .find(and(gte("timeBucket", Reports.timeBucket(from)), lte("timeBucket", Reports.timeBucket(to))))
                .sort(Indexes.descending("timeBucket"))
                .limit(most));
    }

    /** Those of the minutes that start at these epoch seconds, by time. */
    public List<Correction> of(Collection<Long> minutes) {
        return read(collection.find(
                in("_id", minutes.stream().map(Reports::timeBucket).toList())));
    }

    private static List<Correction> read(FindIterable<Document> found) {
        return found.map(Corrections::correction).into(new ArrayList<>()).stream()
                .sorted(Comparator.comparing(Correction::start))
                .toList();
    }

    private static Correction correction(Document document) {
        return new Correction(
                Reports.start(document),
                document.getDate("at").toInstant(),
                document.getLong("online"),
                document.getLong("available"));
    }
}
