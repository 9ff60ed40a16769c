package rollcall.app.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.stream.Collectors;
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
        if (ID.equals(getIdField())) {
            IdCondition condition = IdCondition.of(query);
            if (condition.ids() != null) {
                List<Object> positions =
                        condition.ids().stream().filter(documents::containsKey).collect(Collectors.toList());
                // Each document would be compared with each id of the list.
                Document left = IdCondition.isOnlyList(query) ? new Document() : query;
                return matchDocuments(left, positions, orderBy, skip, limit, batchSize, fields);
            }
            if (condition.isRange()) {
                Iterable<Object> positions = () -> documents.cursor(condition.from(), condition.to(), false);
                return matchDocuments(query, positions, orderBy, skip, limit, batchSize, fields);
            }
        }
        return super.queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    /** Only statistics ask for it, and it would cost two encodings of the document for each write. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }
}
