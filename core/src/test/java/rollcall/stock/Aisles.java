package rollcall.stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rollcall.geo.Gazetteer;
import rollcall.geo.Place;
import rollcall.geo.StoreDirectory;

/** An aisle over many batches, as the stock job runs it, with what has come of it so far. */
final class Aisles {

    static final String PRODUCT = "3";
    static final Place AUSTIN = new Place("Austin", "TX");
    static final Place DALLAS = new Place("Dallas", "TX");
    static final Place HOUSTON = new Place("Houston", "TX");
    static final Place NOWHERE = new Place("Nowhere", "ZZ");
    static final long MINUTE = 60_000;

    /** A threshold of 20 units, cleared above 30; nothing is forecast. */
    static final StockRules PLAIN = new StockRules(Thresholds.of(20), 1.5, 30 * MINUTE, null, 60 * MINUTE);

    private final StockRules rules;
    private final Map<Integer, byte[]> state = new HashMap<>();
    private final List<Alert> raised = new ArrayList<>();
    private final Map<String, Alert> alerts = new TreeMap<>();

    Aisles(StockRules rules) {
        this.rules = rules;
    }

    /** Takes one batch in; readings of a partition are in the order of their offsets. */
    void batch(List<Reading> readings) {
        Map<Integer, ReadingLog> logs = new HashMap<>();
        for (Reading reading : readings) {
            logs.computeIfAbsent(reading.partition(), ReadingLog::new)
                    .add(
                            reading.store(),
                            reading.arrivedMillis(),
                            reading.atMillis(),
                            reading.offset(),
                            reading.level(),
                            reading.quantity());
        }
        StoreDirectory places = new StoreDirectory(Map.of(), Gazetteer.unitedStates());
        Aisle aisle = new Aisle(PRODUCT, rules, places, new RedirectPlanner(16), state::get);
        aisle.take(logs.values().stream().map(ReadingLog::toBytes).toList());
        raised.addAll(aisle.raised());
        aisle.changed().forEach(alert -> alerts.put(alert.id(), alert));
        state.putAll(aisle.changedEntries());
    }

    List<Alert> raised() {
        return raised;
    }

    /** The alerts as they are now, by id. */
    Map<String, Alert> alerts() {
        return alerts;
    }

    Alert alert(String id) {
        return alerts.get(id);
    }

    Map<Integer, byte[]> state() {
        return state;
    }

    /** A level, told at a minute of event time that is also when it arrives; one partition, in order. */
    static Reading level(Place store, int minute, long level) {
        return bought(store, minute, level, 0);
    }

    static Reading bought(Place store, int minute, long level, long quantity) {
        return new Reading(store, minute * MINUTE, minute * MINUTE, 0, minute, level, quantity);
    }
}
