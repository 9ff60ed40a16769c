package rollcall.app.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Answers a write only after it has been committed to the file.
 *
 * <p>Writes run side by side; a commit runs alone, so that the file never holds half of one (a document without its index
 * entry). Whoever commits does so for all that have finished writing by then.
 */
final class DurableBackend extends H2Backend {

    /** In lower case. {@code aggregate} is here because it can end in a write. */
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "aggregate",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase",
            "renamecollection");

    private final ReadWriteLock writing = new ReentrantReadWriteLock();
    private final AtomicLong written = new AtomicLong();
    private final FileUpkeep upkeep;
    private long committed;

    DurableBackend(MVStore store) {
        super(store);
        this.upkeep = new FileUpkeep(store);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (!WRITES.contains(command.toLowerCase(Locale.ROOT))) {
            return super.handleCommand(channel, database, command, query);
        }
        long write;
        Document answer;
        writing.readLock().lock();
        try {
            answer = super.handleCommand(channel, database, command, query);
            write = written.incrementAndGet();
        } finally {
            writing.readLock().unlock();
        }
        commitThrough(write);
        return answer;
    }

    private void commitThrough(long write) {
        writing.writeLock().lock();
        try {
            if (committed < write) {
                long through = written.get();
                commit();
                committed = through; // not before: a failed commit must fail every write that waits for it
                upkeep.afterCommit();
            }
        } finally {
            writing.writeLock().unlock();
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        // Anonymous: its constructor already calls these methods, which therefore can't use fields of its own.
        return new H2Database(databaseName, getMvStore(), getCursorRegistry()) {
            @Override
            protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
                String namespace = getFullCollectionNamespace(name);
                MVMap<Object, Document> documents = getMvStore()
                        .openMap(
                                "databases." + namespace,
                                new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
                MVMap<String, Object> meta = getMvStore().openMap("meta." + namespace);
                return new SnapshotCollection(this, name, options, documents, meta, cursorRegistry);
            }

            @Override
            protected Index<Object> openOrCreateUniqueIndex(
                    String collection, String name, List<IndexKey> keys, boolean sparse) {
                // The class it is for asks for the map by the same name, and finds it open with our type of keys.
                getMvStore()
                        .openMap(
                                getFullCollectionNamespace(collection) + "._index_" + name,
                                new MVMap.Builder<KeyValue, Object>().keyType(new IndexKeyType()));
                return super.openOrCreateUniqueIndex(collection, name, keys, sparse);
            }
        };
    }

    @Override
    public void close() {
        writing.writeLock().lock();
        try {
            // Without compaction, which FileUpkeep does on the way: the store's own may trip over an assertion of its
            // own.
            getMvStore().close(0);
            super.close();
        } finally {
            writing.writeLock().unlock();
        }
    }
}
