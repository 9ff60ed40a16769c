package rollcall.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import rollcall.config.MongoSettings;

/** The database and its repositories, over one client. Safe for use by several threads. */
public final class Database implements AutoCloseable {

    private final MongoClient client;
    private final MongoDatabase database;
    private final Rosters rosters;
    private final Reports reports;
    private final Corrections corrections;
    private final Ledger ledger;
    private final Incidents incidents;
    private final Shelves shelves;
    private final StockCommits stockCommits;
    private final Stores stores;
    private final Alerts alerts;

    private Database(MongoClient client, MongoDatabase database) {
        this.client = client;
        this.database = database;
        this.rosters = new Rosters(database.getCollection("rosters"), database.getCollection("cities"));
        this.reports = new Reports(database.getCollection("report_summary"));
        this.corrections = new Corrections(database.getCollection("corrections"), reports);
        this.ledger = new Ledger(database.getCollection("kafka_meta_table"));
        this.incidents = new Incidents(database.getCollection("incidents"));
        this.shelves = new Shelves(database.getCollection("shelves"));
        this.stockCommits = new StockCommits(database.getCollection("stock_commits"));
        this.stores = new Stores(database.getCollection("stores"));
        this.alerts = new Alerts(database);
    }

    /**
     * Connects lazily: the first call of a repository waits for the server, for 10 s unless the URI says otherwise.
     *
     * @throws IllegalArgumentException if the URI is not a MongoDB connection string
     */
    public static Database open(MongoSettings settings) {
        ConnectionString uri = new ConnectionString(settings.uri());
        MongoClientSettings.Builder client = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS))
                .applicationName("rollcall")
                .applyConnectionString(uri)
                // Whatever the URI says: a write that a failover could take back, or a ledger read from a member that
                // lags behind, would break "nothing lost, nothing twice".
                .writeConcern(WriteConcern.MAJORITY)
                .readPreference(ReadPreference.primary());
        MongoClient opened = MongoClients.create(client.build());
        return new Database(opened, opened.getDatabase(settings.database()));
    }

    /** Makes the indexes that the collections rest on; does nothing where they exist. */
    public void prepare() {
        reports.prepare();
        corrections.prepare();
        incidents.prepare();
        shelves.prepare();
        alerts.prepare();
    }

    /**
     * Asks the server for a sign of life.
     *
     * @throws com.mongodb.MongoException if it gives none
     */
    public void ping() {
        database.runCommand(new Document("ping", 1));
    }

    /** Whether a failure of a repository means that the server can't be reached, or takes no calls for now. */
    public static boolean isUnavailable(Throwable failure) {
        return failure instanceof MongoTimeoutException
                || failure instanceof MongoSocketException
                || failure instanceof MongoConnectionPoolClearedException
                || failure instanceof MongoNodeIsRecoveringException
                || failure instanceof MongoNotPrimaryException;
    }

    public Rosters rosters() {
        return rosters;
    }

    public Reports reports() {
        return reports;
    }

    public Corrections corrections() {
        return corrections;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Incidents incidents() {
        return incidents;
    }

    public Shelves shelves() {
        return shelves;
    }

    public Stores stores() {
        return stores;
    }

    public StockCommits stockCommits() {
        return stockCommits;
    }

    public Alerts alerts() {
        return alerts;
    }

    @Override
    public void close() {
        client.close();
    }
}
