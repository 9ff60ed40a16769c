package rollcall.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

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
        String id = String.join(
                "|",
                incident.kind(),
                incident.log() + "/" + incident.partition(),
                incident.from() + "-" + incident.to());
        collection.updateOne(
                eq("_id", id),
                new Document(
                        "$setOnInsert",
                        new Document("kind", incident.kind())
                                .append("topic", incident.topic())
                                .append("log", incident.log())
                                .append("partition", incident.partition())
                                .append("from", incident.from())
                                .append("to", incident.to())
                                .append("count", incident.count())
                                .append("when", Date.from(incident.when()))
                                .append("detail", incident.detail())),
                new UpdateOptions().upsert(true));
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
                        document.getString("detail")))
                .into(new ArrayList<>());
    }
}
