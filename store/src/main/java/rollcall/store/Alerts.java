package rollcall.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import rollcall.geo.Place;
import rollcall.stock.Acknowledged;
import rollcall.stock.Acknowledgement;
import rollcall.stock.Alert;
import rollcall.stock.AlertKind;
import rollcall.stock.AlertState;
import rollcall.stock.Open;

/**
 * The collection {@code alerts}: one document an episode. The stock job writes what follows from the tickets, people what
 * they have to say of it; neither overwrites the other.
 */
public final class Alerts {

    private static final Bson UNRESOLVED = in("status", Open.TEXT, Acknowledged.TEXT);

    private final MongoDatabase database;
    private final MongoCollection<Document> collection;
    private final AlertWriter writer;

    Alerts(MongoDatabase database) {
        this.database = database;
        this.collection = database.getCollection("alerts");
        this.writer = new AlertWriter(collection, this::lastNumber);
    }

    void prepare() {
        collection.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
        collection.createIndex(Indexes.compoundIndex(Indexes.ascending("status"), Indexes.descending("number")));
        collection.createIndex(Indexes.ascending("updatedAt"));
    }

    /**
     * Stores alerts as the stock job knows them. One that is stored in the same or a newer revision stays as it is, so
     * that writing again after a crash changes nothing. New ones are numbered on from the highest number there is, by
     * the time they were raised, and can be seen in that order. One job at a time may do this.
     */
    public void write(Collection<Alert> alerts) {
        writer.write(alerts);
    }

    public Optional<StoredAlert> find(String id) {
        return Optional.ofNullable(
                collection.find(eq("_id", id)).map(AlertFormat::read).first());
    }

    /**
     * The newest alerts that are meant, newest first.
     *
     * @param before only those with a smaller number
     */
    public List<StoredAlert> page(AlertFilter filter, OptionalLong before, int limit) {
        Bson query = filter.query();
        Bson rest = before.isPresent() ? and(query, lt("number", before.getAsLong())) : query;
        return read(rest, Sorts.descending("number"), limit);
    }

    /** How many alerts are meant. */
    public long count(AlertFilter filter) {
        // The driver's own way to count is a pipeline, which not every database knows.
        Document count =
                new Document("count", collection.getNamespace().getCollectionName()).append("query", filter.query());
        return database.runCommand(count).get("n", Number.class).longValue();
    }

    /** The alerts with a number above this one, by number. Who goes on with the last one's number misses none. */
    public List<StoredAlert> after(long number, int limit) {
        return read(gt("number", number), Sorts.ascending("number"), limit);
    }

    /** The alerts written at or after a moment, by number. */
    public List<StoredAlert> changedSince(Instant moment) {
        return read(gte("updatedAt", Date.from(moment)), Sorts.ascending("number"), 0);
    }

    /** The highest number there is; 0 if there are no alerts. */
    public long lastNumber() {
        Document last = collection
                .find()
                .projection(Projections.include("number"))
                .sort(Sorts.descending("number"))
                .first();
        return last == null ? 0 : last.get("number", Number.class).longValue();
    }

    /** What is not resolved, by store; a store without such alerts is absent. */
    public Map<Place, PlaceAlerts> places() {
        Map<Place, PlaceAlerts> places = new TreeMap<>();
        for (Document head : collection.find(UNRESOLVED).projection(Projections.include("city", "state", "kind"))) {
            places.merge(AlertFormat.place(head), new PlaceAlerts(kind(head), 1), PlaceAlerts::plus);
        }
        return places;
    }

    /** How many are not resolved. */
    public AlertCounts counts() {
        Map<AlertKind, Long> open = new EnumMap<>(AlertKind.class);
        for (AlertKind kind : AlertKind.values()) {
            open.put(kind, 0L);
        }
        long acknowledged = 0;
        for (Document head : collection.find(UNRESOLVED).projection(Projections.include("kind", "status"))) {
            if (head.getString("status").equals(Open.TEXT)) {
                open.merge(kind(head), 1L, Long::sum);
            } else {
                acknowledged++;
            }
        }
        return new AlertCounts(open, acknowledged);
    }

    /**
     * Notes that somebody has seen to an alert; nothing if there is no such alert.
     *
     * @return the alert as it is now
     * @throws IllegalStateException if it is resolved
     */
    public Optional<StoredAlert> acknowledge(String id, Acknowledgement by) {
        for (Optional<StoredAlert> found = find(id); found.isPresent(); found = find(id)) {
            AlertState before = found.get().state();
            Document after = collection.findOneAndUpdate(
                    and(eq("_id", id), eq("status", before.text())),
                    Updates.combine(
                            Updates.set("status", before.acknowledge(by).text()),
                            Updates.set("comment", by.comment()),
                            Updates.set("acknowledgedAt", Date.from(by.at())),
                            Updates.set("updatedAt", Date.from(Instant.now()))),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
            if (after != null) {
                return Optional.of(AlertFormat.read(after));
            }
        }
        return Optional.empty();
    }

    private List<StoredAlert> read(Bson filter, Bson order, int limit) {
        return collection
                .find(filter)
                .sort(order)
                .limit(limit)
                .map(AlertFormat::read)
                .into(new ArrayList<>());
    }

    private static AlertKind kind(Document document) {
        return AlertKind.of(document.getString("kind"));
    }
}
