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

    /** A reading, and the store that it is of. */
    record Told(Place store, Reading reading) {}

    /** Takes one batch in; readings of a partition are in the order of their offsets. */
    void batch(List<Told> readings) {
        Map<Integer, ReadingLog> logs = new HashMap<>();
        List<Place> stores = new ArrayList<>();
        for (Told told : readings) {
            Reading reading = told.reading();
            if (!stores.contains(told.store())) {
                stores.add(told.store());
            }
            logs.computeIfAbsent(reading.partition(), ReadingLog::new)
                    .add(
                            stores.indexOf(told.store()),
                            reading.arrivedMillis(),
                            reading.atMillis(),
                            reading.offset(),
                            reading.level(),
                            reading.quantity());
        }
        StoreDirectory places = new StoreDirectory(Map.of(), Gazetteer.unitedStates());
        Aisle aisle = new Aisle(PRODUCT, rules, places, new RedirectPlanner(16), state::get);
        aisle.take(logs.values().stream().map(log -> log.toBytes(stores)).toList());
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
    static Told level(Place store, int minute, long level) {
        return bought(store, minute, level, 0);
    }

    static Told bought(Place store, int minute, long level, long quantity) {
        return told(store, minute * MINUTE, minute * MINUTE, 0, minute, level, quantity);
    }

    static Told told(
            Place store, long arrivedMillis, long atMillis, int partition, long offset, long level, long quantity) {
        return new Told(store, new Reading(arrivedMillis, atMillis, partition, offset, level, quantity));
    }
}
