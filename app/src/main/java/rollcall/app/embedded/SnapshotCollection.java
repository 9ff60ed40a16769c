package rollcall.app.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;

/**
 * A collection whose answers do not change after they were given, and that finds documents by {@code _id} whatever else a
 * query asks for.
 *
 * <p>The class it builds on updates documents in place, also those that another connection is still sending, and uses its
 * index only for queries on {@code _id} alone.
 */
final class SnapshotCollection extends H2Collection {

    private static final String ID = "_id";

    private final MVMap<Object, Document> documents;

    SnapshotCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
        this.documents = documents;
    }

    @Override
    protected QueryResult createQueryResult(List<Document> matched, int batchSize) {
        return super.createQueryResult(matched.stream().map(Document::clone).toList(), batchSize);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        Object id = query.get(ID);
        if (ID.equals(getIdField()) && id instanceof String) {
            List<Object> positions = documents.containsKey(id) ? List.of(id) : List.of();
            return matchDocuments(query, positions, orderBy, skip, limit, batchSize, fields);
        }
        if (ID.equals(getIdField())
                && id instanceof Document range
                && bound(range, "$gte", "$gt") instanceof String from) {
            Iterable<Object> positions = () -> documents.cursor(from, bound(range, "$lte", "$lt"), false);
            return matchDocuments(query, positions, orderBy, skip, limit, batchSize, fields);
        }
        return super.queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    private static Object bound(Document range, String inclusive, String exclusive) {
        return range.containsKey(inclusive) ? range.get(inclusive) : range.get(exclusive);
    }

    /** Only statistics ask for it, and it would cost two encodings of the document for each write. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }
}
