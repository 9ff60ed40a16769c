package rollcall.engine.stock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.MapState;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StatefulProcessorWithInitialState;
import org.apache.spark.sql.streaming.TTLConfig;
import org.apache.spark.sql.streaming.TimeMode;
import org.apache.spark.sql.streaming.TimerValues;
import rollcall.engine.source.FoldingSource;
import rollcall.engine.source.SliceOutcome;
import rollcall.geo.Place;
import rollcall.geo.StoreDirectory;
import rollcall.stock.Aisle;
import rollcall.stock.RedirectPlanner;
import rollcall.stock.StockRules;
import rollcall.store.ShelfEntry;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;

/** Keeps the shelves of every product in the engine's state, and takes the readings of a batch in. */
final class AisleProcessor extends StatefulProcessorWithInitialState<String, Row, AisleOutcome, AisleState> {

    private static final long serialVersionUID = 1;

    private final StockRules rules;
    private final OwnStores stores;
    private final int nearest;

    private transient StoreDirectory places;
    private transient RedirectPlanner planner;
    private transient MapState<Integer, byte[]> entries;

    /** The new stores that this task has told of: most have every product. */
    private transient Set<Place> told;

    AisleProcessor(StockRules rules, OwnStores stores, int nearest) {
        this.rules = rules;
        this.stores = stores;
        this.nearest = nearest;
    }

    @Override
    public void init(OutputMode outputMode, TimeMode timeMode) {
        places = stores.directory();
        planner = new RedirectPlanner(nearest);
        told = new HashSet<>();
        entries = getHandle().getMapState("entries", Encoders.INT(), Encoders.BINARY(), TTLConfig.NONE());
    }

    @Override
    public void handleInitialState(String product, AisleState state, TimerValues timers) {
        state.entries().forEach(entry -> entries.updateValue(entry.number(), Slotted.bytes(entry)));
    }

    @Override
    public Iterator<AisleOutcome> handleInputRows(String product, Iterator<Row> rows, TimerValues timers) {
        List<byte[]> readings = new ArrayList<>();
        List<SliceOutcome> slices = new ArrayList<>();
        while (rows.hasNext()) {
            Row row = rows.next();
            byte[] delta = row.getAs(FoldingSource.DELTA);
            if (delta == null) {
                slices.add(SliceOutcome.fromBytes(row.getAs(FoldingSource.OUTCOME)));
            } else {
                readings.add(delta);
            }
        }
        AisleOutcome outcome = readings.isEmpty() ? AisleOutcome.ofReading(slices) : take(product, readings, slices);
        return CollectionConverters.asScala(List.of(outcome).iterator());
    }

    private AisleOutcome take(String product, List<byte[]> readings, List<SliceOutcome> slices) {
        int[] slots = new int[Aisle.ENTRIES];
        Aisle aisle = new Aisle(product, rules, places, planner, number -> {
            byte[] stored = entries.getValue(number);
            if (stored != null) {
                slots[number] = Slotted.slot(stored);
            }
            return stored == null ? null : Slotted.state(stored);
        });
        aisle.take(readings);
        List<ShelfEntry> changed = new ArrayList<>();
        aisle.changedEntries().forEach((number, state) -> {
            ShelfEntry entry = new ShelfEntry(product, number, ShelfEntry.otherSlot(slots[number]), state);
            entries.updateValue(number, Slotted.bytes(entry));
            changed.add(entry);
        });
        Set<Place> newStores = new HashSet<>(aisle.newStores());
        newStores.removeAll(told);
        told.addAll(newStores);
        return new AisleOutcome(aisle.raised(), aisle.changed(), changed, newStores, slices);
    }
}
