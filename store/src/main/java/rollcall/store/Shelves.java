package rollcall.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import rollcall.stock.ShelfId;

/**
 * The collection {@code shelves}: the state of the stock job. Every entry has two documents, written in turn, so that
 * the state that {@link StockCommits} calls true is whole at any moment, also in the midst of a batch.
 */
public final class Shelves {

    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<Document> collection;

    Shelves(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    void prepare() {
        collection.createIndex(Indexes.ascending("product"));
        collection.createIndex(Indexes.ascending("number"));
    }

    /**
     * Writes what entries become under a version.
     *
     * @throws IllegalStateException if a later version has been written already: the batch is void
     */
    public void write(Collection<ShelfEntry> entries, long version) {
        if (entries.isEmpty()) {
            return;
        }
        List<ReplaceOneModel<Document>> writes = entries.stream()
                .map(entry -> {
                    String id = id(entry);
                    return new ReplaceOneModel<>(
                            // A later version makes the upsert fail: the id is taken.
                            and(eq("_id", id), lt("version", version + 1)),
                            new Document("_id", id)
                                    .append("product", entry.product())
                                    .append("number", entry.number())
                                    .append("slot", entry.slot())
                                    .append("version", version)
                                    .append("state", new Binary(entry.state())),
                            new ReplaceOptions().upsert(true));
                })
                .toList();
        try {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException failure) {
            if (failure.getWriteErrors().stream().anyMatch(error -> error.getCode() == DUPLICATE_KEY)) {
                throw new IllegalStateException(
                        "Shelves were written by a later run of the stock job meanwhile; this one's batch is void",
                        failure);
            }
            throw failure;
        }
    }

    /** All products there are. */
    public List<String> products() {
        return collection.distinct("product", String.class).into(new ArrayList<>());
    }

    /** The entries of some products, as of the last batch that counts. */
    public List<ShelfEntry> ofProducts(Collection<String> products, Supplier<Committed> committed) {
        return read(in("product", products), committed);
    }

    /** The entries of one number of all products, as of the last batch that counts. */
    public List<ShelfEntry> ofNumber(int number, Supplier<Committed> committed) {
        return read(eq("number", number), committed);
    }

    /** All entries, as of the last batch that counts. */
    public List<ShelfEntry> all(Supplier<Committed> committed) {
        return read(new Document(), committed);
    }

    /** The batches that count are asked for last: while reading, one may write over what an older one wrote. */
    private List<ShelfEntry> read(Bson filter, Supplier<Committed> committed) {
        List<Document> written = collection.find(filter).into(new ArrayList<>());
        Committed batches = committed.get();
        Map<String, Document> newest = new HashMap<>();
        for (Document document : written) {
            if (batches.has(document.getLong("version"))) {
                String entry = document.getString("product") + "|" + document.getInteger("number");
                newest.merge(
                        entry,
                        document,
                        (one, other) -> one.getLong("version") > other.getLong("version") ? one : other);
            }
        }
        return newest.values().stream().map(Shelves::entry).toList();
    }

    private static ShelfEntry entry(Document document) {
        return new ShelfEntry(
                document.getString("product"),
                document.getInteger("number"),
                document.getInteger("slot"),
                document.get("state", Binary.class).getData());
    }

    private static String id(ShelfEntry entry) {
        return ShelfId.escape(entry.product()) + "|" + entry.number() + "|" + entry.slot();
    }
}
