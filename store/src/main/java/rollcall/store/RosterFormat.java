package rollcall.store;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import rollcall.presence.Bucket;
import rollcall.presence.Level;
import rollcall.presence.Roster;

/** How a roster stands in a document. Counts stand beside the sets so that other programs can read them. */
final class RosterFormat {

    private final RosterParts parts;

    RosterFormat(RosterParts parts) {
        this.parts = parts;
    }

    /** Level, time and city: ids of one level and city sort by time. */
    static String id(Bucket bucket) {
        return bucket.level() + "|" + bucket.city() + "|" + Instant.ofEpochSecond(bucket.start());
    }

    static Bucket bucket(Document document) {
        return new Bucket(
                Level.valueOf(document.getString("level")),
                document.getDate("bucket").getTime() / 1000,
                document.getString("city"));
    }

    static List<String> parts(Document document) {
        return document.getList("parts", String.class, List.of());
    }

    Document write(StoredRoster stored) {
        Bucket bucket = stored.bucket();
        Roster roster = stored.roster();
        Document document = new Document("_id", id(bucket))
                .append("level", bucket.level().name())
                .append("bucket", Date.from(Instant.ofEpochSecond(bucket.start())))
                .append("city", bucket.city())
                .append("online", roster.online().size())
                .append("available", roster.available().size())
                .append("pings", roster.pings())
                .append("availablePings", roster.availablePings())
                .append("counted", new Document(new HashMap<>(stored.counted())))
                .append("rev", stored.revision())
                .append("updatedAt", Date.from(stored.updatedAt()));
        parts.put(document, id(bucket), roster);
        return document;
    }

    /** @throws RosterParts.MissingPartException if a part has been replaced since the document was read */
    StoredRoster read(Document document) {
        Map<String, Long> counted = new HashMap<>();
        document.get("counted", Document.class)
                .forEach((partition, offset) -> counted.put(partition, ((Number) offset).longValue()));
        Roster roster = Roster.fromBytes(document.get("sets", Binary.class).getData());
        List<String> others = parts(document);
        parts.get(others).forEach(roster::add);
        return new StoredRoster(
                bucket(document),
                roster,
                counted,
                others,
                document.getLong("rev"),
                document.getDate("updatedAt").toInstant());
    }
}
