package rollcall.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.bson.Document;
import rollcall.stock.Alert;
import rollcall.stock.Open;
import rollcall.stock.Resolved;

/** Brings stored alerts up to what the stock job says, and numbers new ones. */
final class AlertWriter {

    private static final int DUPLICATE_KEY = 11000;
    private static final int CHUNK = 1000;

    private static final Comparator<Alert> ORDER =
            Comparator.<Alert>comparingLong(alert -> alert.raised().atMillis()).thenComparing(Alert::id);

    private final MongoCollection<Document> collection;
    private final LongSupplier lastNumber;

    /** The number of the next new alert; null: to be asked. */
    private Long next;

    AlertWriter(MongoCollection<Document> collection, LongSupplier lastNumber) {
        this.collection = collection;
        this.lastNumber = lastNumber;
    }

    synchronized void write(Collection<Alert> alerts) {
        Map<String, Alert> newest = new HashMap<>();
        alerts.forEach(alert -> newest.merge(alert.id(), alert, (a, b) -> a.revision() < b.revision() ? b : a));
        List<Alert> ordered = newest.values().stream().sorted(ORDER).toList();
        for (int from = 0; from < ordered.size(); from += CHUNK) {
            List<Alert> chunk = ordered.subList(from, Math.min(ordered.size(), from + CHUNK));
            while (!attempt(chunk)) {
                // Somebody else has written some of them meanwhile: look again.
            }
        }
    }

    private boolean attempt(List<Alert> chunk) {
        Map<String, Long> revisions = revisions(chunk);
        Date now = Date.from(Instant.now());
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Alert alert : chunk) {
            if (!revisions.containsKey(alert.id())) {
                writes.add(new InsertOneModel<>(fresh(alert, nextNumber(), now)));
            }
        }
        for (Alert alert : chunk) {
            if (revisions.getOrDefault(alert.id(), Long.MAX_VALUE) < alert.revision()) {
                writes.add(new UpdateOneModel<>(
                        and(eq("_id", alert.id()), lt("revision", alert.revision())), change(alert, now)));
            }
        }
        return writes.isEmpty() || execute(writes);
    }

    private Map<String, Long> revisions(List<Alert> chunk) {
        Map<String, Long> revisions = new HashMap<>();
        for (Document head : collection
                .find(in("_id", chunk.stream().map(Alert::id).toList()))
                .projection(Projections.include("revision"))) {
            revisions.put(
                    head.getString("_id"), head.get("revision", Number.class).longValue());
        }
        return revisions;
    }

    /** In order: an alert must not be seen before those with smaller numbers. */
    private boolean execute(List<WriteModel<Document>> writes) {
        Long unless = next;
        next = null; // after a failure nobody knows how many of the numbers are taken
        try {
            collection.bulkWrite(writes);
        } catch (MongoBulkWriteException failure) {
            boolean taken = failure.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
            if (!taken || failure.getWriteConcernError() != null) {
                throw failure;
            }
            return false;
        }
        next = unless;
        return true;
    }

    private long nextNumber() {
        long number = next == null ? lastNumber.getAsLong() + 1 : next;
        next = number + 1;
        return number;
    }

    private static Document fresh(Alert alert, long number, Date now) {
        return AlertFormat.write(alert)
                .append("_id", alert.id())
                .append("number", number)
                .append("status", alert.resolvedAtMillis().isPresent() ? Resolved.TEXT : Open.TEXT)
                .append("comment", null)
                .append("acknowledgedAt", null)
                .append("updatedAt", now);
    }

    private static Document change(Alert alert, Date now) {
        Document fields = AlertFormat.write(alert).append("updatedAt", now);
        if (alert.resolvedAtMillis().isPresent()) {
            fields.append("status", Resolved.TEXT);
        }
        return new Document("$set", fields);
    }
}
