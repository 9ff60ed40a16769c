package rollcall.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The collection {@code incidents}. */
public final class Incidents {

    private final MongoCollection<Document> collection;

    Incidents(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    void prepare() {
        collection.createIndex(Indexes.descending("when"));
    }

    /** Stores an incident; one that is stored already (noticed again after a crash) stays as it is. */
    public void record(Incident incident) {
        record(incident, new Document());
    }

    /** Stores that records come no more; any number of servers may notice. */
    public void begin(Stall stall, Instant now) {
        record(stall.incident(now), new Document("what", stall.what()).append("since", Date.from(stall.since())));
    }

    /**
     * Records come again: ends what is stored of a topic's stalls. One who says so again changes nothing.
     *
     * @param counted how many offsets of all partitions have been read now
     * @param at when records came again
     */
    public void endStalls(String topic, long counted, Instant at) {
        Bson ended = and(eq("kind", Incident.STALL), eq("topic", topic), eq("ongoing", true), ne("from", counted));
        for (Document stored : collection.find(ended)) {
            Stall stall = new Stall(
                    stored.getString("what"),
                    topic,
                    stored.getLong("from"),
                    stored.getDate("since").toInstant());
            collection.updateOne(
                    and(eq("_id", stored.get("_id")), eq("ongoing", true)),
                    combine(set("ongoing", false), set("detail", stall.detailOnceOver(at))));
        }
    }

    private void record(Incident incident, Document more) {
        String id = String.join(
                "|",
                incident.kind(),
                incident.log() + "/" + incident.partition(),
                incident.from() + "-" + incident.to());
        Document document = new Document("kind", incident.kind())
                .append("topic", incident.topic())
                .append("log", incident.log())
                .append("partition", incident.partition())
                .append("from", incident.from())
                .append("to", incident.to())
                .append("count", incident.count())
                .append("when", Date.from(incident.when()))
                .append("detail", incident.detail())
                .append("ongoing", incident.ongoing());
        document.putAll(more);
        collection.updateOne(eq("_id", id), new Document("$setOnInsert", document), new UpdateOptions().upsert(true));
    }

    /** The newest incidents, newest first. */
    public List<Incident> newest(int limit) {
        return collection
                .find()
                .sort(Sorts.descending("when"))
                .limit(limit)
                .map(document -> new Incident(
                        document.getString("kind"),
                        document.getString("topic"),
                        document.getString("log"),
                        document.getInteger("partition"),
                        document.getLong("from"),
                        document.getLong("to"),
                        document.getLong("count"),
                        document.getDate("when").toInstant(),
                        document.getString("detail"),
                        document.getBoolean("ongoing", false)))
                .into(new ArrayList<>());
    }
}
