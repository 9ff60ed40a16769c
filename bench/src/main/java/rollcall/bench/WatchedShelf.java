package rollcall.bench;

import java.util.List;
import java.util.Map;
import rollcall.geo.Gazetteer;
import rollcall.geo.Place;
import rollcall.geo.StoreDirectory;
import rollcall.stock.Aisle;
import rollcall.stock.ReadingLog;
import rollcall.stock.RedirectPlanner;
import rollcall.stock.StockRules;

/** A shelf as the stock job watches it: told reading by reading, so that an alert can have consequences. */
final class WatchedShelf {

    private static final List<Place> STORES = List.of(new Place("Nowhere", "ZZ"));

    private final Aisle aisle;
    private long offset;

    WatchedShelf(StockRules rules) {
        StoreDirectory places = new StoreDirectory(Map.of(), Gazetteer.unitedStates());
        aisle = new Aisle("3", rules, places, new RedirectPlanner(1), number -> null);
    }

    /** Tells a level and what was bought; returns whether that raised an alert. */
    boolean tell(long atMillis, long level, long quantity) {
        int before = aisle.raised().size();
        ReadingLog log = new ReadingLog(0);
        log.add(0, atMillis, atMillis, offset++, level, quantity);
        aisle.take(List.of(log.toBytes(STORES)));
        return aisle.raised().size() > before;
    }

    /** Whether an alert is open. */
    boolean isAlert() {
        return aisle.changed().stream()
                .anyMatch(alert -> alert.resolvedAtMillis().isEmpty());
    }
}
