package rollcall.store;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import rollcall.presence.Roster;

/**
 * Cuts a roster that is too large for one document into parts by driver id. The first stays in the roster's own
 * document; the others are documents of their own that are never changed, only replaced by new ones under new names, so
 * that the compare-and-set on the first one decides for all.
 */
final class RosterParts {

    /** Well below MongoDB's 16 MB a document. */
    static final int LARGEST_BYTES = 8 << 20;

    private final MongoCollection<Document> collection;
    private final int largest;

    RosterParts(MongoCollection<Document> collection, int largest) {
        this.collection = collection;
        this.largest = largest;
    }

    /** Puts the roster's sets into its document; inserts the parts that don't fit. */
    void put(Document document, String id, Roster roster) {
        List<byte[]> pieces = roster.toPieces(largest);
        document.append("sets", new Binary(pieces.get(0)));
        if (pieces.size() == 1) {
            return;
        }
        List<Document> parts = new ArrayList<>();
        for (byte[] piece : pieces.subList(1, pieces.size())) {
            parts.add(new Document("_id", id + "|" + UUID.randomUUID()).append("sets", new Binary(piece)));
        }
        parts.forEach(collection::insertOne); // one by one: together they may be larger than a message
        document.append(
                "parts", parts.stream().map(part -> part.getString("_id")).toList());
    }

    List<Roster> get(List<String> names) {
        List<Roster> rosters = new ArrayList<>();
        if (!names.isEmpty()) {
            for (Document part : collection.find(in("_id", names))) {
                rosters.add(Roster.fromBytes(part.get("sets", Binary.class).getData()));
            }
            if (rosters.size() < names.size()) {
                throw new MissingPartException();
            }
        }
        return rosters;
    }

    void delete(List<String> names) {
        if (!names.isEmpty()) {
            collection.deleteMany(in("_id", names));
        }
    }

    /** A part is gone: its roster has been written anew since, and must be read again. */
    static final class MissingPartException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;
    }
}
