package rollcall.app.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A database that speaks MongoDB's protocol in this process, kept in one file.
 *
 * <p>An acknowledged write is there after this process was killed (the operating system has it); it may not be after a
 * power failure. Clients on this machine reach it at {@link #uri()}. It knows no transactions, sessions or change streams,
 * and executes an ordered bulk write as an unordered one.
 */
public final class EmbeddedMongo implements AutoCloseable {

    static final String FILE = "rollcall.mv.db";

    /** Files of another format can't be read. */
    private static final int FORMAT = 2;

    private static final int CACHE_MB = 128;
    private static final int ACCEPTING_THREADS = 1;
    private static final int WORKING_THREADS = 8;

    private final DirectoryLock lock;
    private final MongoServer server;
    private final int port;

    private EmbeddedMongo(DirectoryLock lock, MongoServer server) {
        this.lock = lock;
        this.server = server;
        this.port = server.getLocalAddress().getPort();
    }

    /**
     * Opens or makes the database.
     *
     * @param port where clients connect; 0 takes a free one
     * @throws EmbeddedStartException if the port or the directory is taken, or the file cannot be read
     */
    public static EmbeddedMongo start(Path directory, int port) {
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            return new EmbeddedMongo(lock, listen(directory, port));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static MongoServer listen(Path directory, int port) {
        MongoServer server = new MongoServer(new DurableBackend(open(directory)));
        try {
            server.bind(new InetSocketAddress(LocalPort.HOST, port), ACCEPTING_THREADS, WORKING_THREADS);
            return server;
        } catch (Exception e) { // Netty throws an IOException that nobody declares
            server.shutdownNow();
            throw EmbeddedStartException.portTaken("database", port, "--mongo-port", e);
        }
    }

    private static MVStore open(Path directory) {
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(directory.resolve(FILE).toString())
                    .cacheSize(CACHE_MB)
                    // The backend decides when to commit: never in the middle of a write.
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .open();
            if (store.getMapNames().isEmpty()) {
                store.setStoreVersion(FORMAT);
            } else if (store.getStoreVersion() != FORMAT) {
                store.closeImmediately();
                throw EmbeddedStartException.otherFormat(directory);
            }
            return store;
        } catch (MVStoreException e) {
            throw EmbeddedStartException.failed("database", directory, e);
        }
    }

    /** The connection string. */
    public String uri() {
        return "mongodb://" + LocalPort.HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdownNow();
        lock.close();
    }
}
