package rollcall.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.net.InetSocketAddress;
import rollcall.config.MongoSettings;

/** A database of its own for one test, behind the real protocol and driver. */
final class TestDatabase implements AutoCloseable {

    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final MongoSettings settings;

    TestDatabase() {
        InetSocketAddress address = server.bind();
        settings = new MongoSettings("mongodb://127.0.0.1:" + address.getPort(), "rollcall");
    }

    MongoSettings settings() {
        return settings;
    }

    Database open() {
        Database database = Database.open(settings);
        database.prepare();
        return database;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
