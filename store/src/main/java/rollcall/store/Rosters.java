package rollcall.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import rollcall.presence.Bucket;
import rollcall.presence.Level;

/** The collection {@code rosters}: one roster per bucket. It is the only state that presence has. */
public final class Rosters {

    private static final int DUPLICATE_KEY = 11000;

    /** A roster in parts may be rewritten while it is read, but not time after time. */
    private static final int MOST_READS = 20;

    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> cities;
    private final RosterParts parts;
    private final RosterFormat format;

    Rosters(MongoCollection<Document> collection, MongoCollection<Document> cities) {
        this(collection, cities, RosterParts.LARGEST_BYTES);
    }

    Rosters(MongoCollection<Document> collection, MongoCollection<Document> cities, int largestPart) {
        this.collection = collection;
        this.cities = cities;
        this.parts = new RosterParts(collection, largestPart);
        this.format = new RosterFormat(parts);
    }

    /** The rosters of these buckets; a bucket in which nothing has been seen is absent. */
    public Map<Bucket, StoredRoster> find(Collection<Bucket> buckets) {
        Map<Bucket, StoredRoster> found = new HashMap<>();
        Set<Bucket> torn = new HashSet<>(buckets);
        for (int attempt = 1; !torn.isEmpty(); attempt++) {
            if (attempt > MOST_READS) {
                throw new IllegalStateException(
                        "Parts of the rosters " + torn + " are missing from the collection rosters. "
                                + "Was something deleted there? Recompute these times from Kafka.");
            }
            Set<Bucket> unread = torn;
            torn = new HashSet<>();
            for (Document document : collection.find(in("_id", ids(unread)))) {
                Bucket bucket = RosterFormat.bucket(document);
                try {
                    found.put(bucket, format.read(document));
                } catch (RosterParts.MissingPartException rewrittenMeanwhile) {
                    torn.add(bucket);
                }
            }
        }
        return found;
    }

    /** The revision of each bucket's roster, without its drivers: tells cheaply what has changed. */
    public Map<Bucket, Long> revisions(Collection<Bucket> buckets) {
        Map<Bucket, Long> revisions = new HashMap<>();
        for (Document head : collection
                .find(in("_id", ids(buckets)))
                .projection(Projections.include("level", "bucket", "city", "rev"))) {
            revisions.put(RosterFormat.bucket(head), head.getLong("rev"));
        }
        return revisions;
    }

    /** The cities that pings have named, sorted. */
    public List<String> cities() {
        return cities.find().map(city -> city.getString("_id")).into(new ArrayList<>()).stream()
                .sorted()
                .toList();
    }

    /**
     * Merges deltas into their buckets' rosters, one delta a bucket. Any number of writers may do so at once: each
     * roster is written only where it still is what was read, and is else read and merged again.
     *
     * @return the rosters as they are now
     */
    public Map<Bucket, StoredRoster> merge(Collection<RosterDelta> deltas) {
        Map<Bucket, RosterDelta> pending =
                deltas.stream().collect(Collectors.toMap(RosterDelta::bucket, Function.identity()));
        rememberCities(pending.keySet());
        Map<Bucket, StoredRoster> done = new HashMap<>();
        while (!pending.isEmpty()) {
            Map<Bucket, StoredRoster> stored = find(pending.keySet());
            Instant now = Instant.now();
            List<StoredRoster> merged = pending.values().stream()
                    .map(delta -> stored.getOrDefault(delta.bucket(), StoredRoster.none(delta.bucket()))
                            .merge(delta, now))
                    .toList();
            for (StoredRoster written : compareAndSet(merged)) {
                done.put(written.bucket(), written);
                pending.remove(written.bucket());
            }
        }
        return done;
    }

    /** Writes each roster that is still at the revision before; returns those that were. */
    private List<StoredRoster> compareAndSet(List<StoredRoster> rosters) {
        List<ReplaceOneModel<Document>> writes = new ArrayList<>(rosters.size());
        for (StoredRoster roster : rosters) {
            Document document = format.write(roster);
            writes.add(new ReplaceOneModel<>(
                    // Where the revision has moved on, this finds nothing and its upsert fails: the id is taken.
                    and(eq("_id", document.get("_id")), eq("rev", roster.revision() - 1)),
                    document,
                    new ReplaceOptions().upsert(true)));
        }
        Set<Integer> lost = new HashSet<>();
        try {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException failure) {
            for (BulkWriteError error : failure.getWriteErrors()) {
                if (error.getCode() != DUPLICATE_KEY) {
                    throw failure;
                }
                lost.add(error.getIndex());
            }
            if (failure.getWriteConcernError() != null) {
                throw failure;
            }
        }
        List<StoredRoster> written = new ArrayList<>(rosters.size());
        for (int i = 0; i < rosters.size(); i++) {
            if (lost.contains(i)) {
                parts.delete(RosterFormat.parts(writes.get(i).getReplacement()));
            } else {
                parts.delete(rosters.get(i).parts());
                written.add(rosters.get(i));
            }
        }
        return written;
    }

    private void rememberCities(Collection<Bucket> buckets) {
        // Every city has a day; looking at one level is enough.
        List<UpdateOneModel<Document>> seen = buckets.stream()
                .filter(bucket -> bucket.level() == Level.DAY && !bucket.isOverall())
                .map(bucket -> new UpdateOneModel<Document>(
                        eq("_id", bucket.city()),
                        Updates.setOnInsert("since", Instant.now()),
                        new UpdateOptions().upsert(true)))
                .toList();
        if (!seen.isEmpty()) {
            cities.bulkWrite(seen, new BulkWriteOptions().ordered(false));
        }
    }

    private static List<String> ids(Collection<Bucket> buckets) {
        return buckets.stream().map(RosterFormat::id).toList();
    }
}
