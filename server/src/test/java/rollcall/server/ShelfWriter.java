package rollcall.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rollcall.config.Settings;
import rollcall.geo.Gazetteer;
import rollcall.geo.Place;
import rollcall.geo.StoreDirectory;
import rollcall.stock.Aisle;
import rollcall.stock.ReadingLog;
import rollcall.stock.RedirectPlanner;
import rollcall.store.Claim;
import rollcall.store.ConfiguredRules;
import rollcall.store.Database;
import rollcall.store.ShelfEntry;
import rollcall.store.ShelfVersion;
import rollcall.store.StockCommits;

/** Writes shelves into a database the way a job does. */
public final class ShelfWriter {

    private static final long READ_AT = 1_514_779_200_000L;

    private final Database database;
    private final StoreDirectory directory = new StoreDirectory(Map.of(), Gazetteer.unitedStates());

    ShelfWriter(Database database) {
        this.database = database;
    }

    /** A shelf of each of these products in each store, with the store's level. */
    public void write(Map<Place, Long> levels, List<String> products) {
        write(levels, products, true);
    }

    /** Likewise, but the job dies before it has committed them. */
    public void writeUncommitted(Map<Place, Long> levels, List<String> products) {
        write(levels, products, false);
    }

    private void write(Map<Place, Long> levels, List<String> products, boolean commit) {
        Claim claim = database.ledger().claim("tickets", "a test");
        StockCommits.Run run = database.stockCommits().begin(claim);
        long version = ShelfVersion.of(run.number(), 0);
        for (String product : products) {
            List<ShelfEntry> entries = new ArrayList<>();
            aisle(product, levels)
                    .changedEntries()
                    .forEach((number, state) -> entries.add(new ShelfEntry(product, number, 0, state)));
            database.shelves().write(entries, version);
        }
        if (commit) {
            database.stockCommits().commit(claim, version, List.of());
        }
    }

    private Aisle aisle(String product, Map<Place, Long> levels) {
        List<Place> stores = List.copyOf(levels.keySet());
        ReadingLog readings = new ReadingLog(0);
        for (int store = 0; store < stores.size(); store++) {
            readings.add(store, 0, READ_AT, store + 1, levels.get(stores.get(store)), 0);
        }
        Aisle aisle = new Aisle(
                product,
                ConfiguredRules.of(Settings.defaults().stock()),
                directory,
                new RedirectPlanner(16),
                number -> null);
        aisle.take(List.of(readings.toBytes(stores)));
        return aisle;
    }
}
