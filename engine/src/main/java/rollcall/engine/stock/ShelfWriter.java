package rollcall.engine.stock;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import rollcall.config.MongoSettings;
import rollcall.engine.Databases;
import rollcall.store.ShelfEntry;
import rollcall.store.Shelves;

/**
 * Writes the changed state of some products to the database, where it counts once the batch is committed. Passes on what
 * the driver must know.
 */
record ShelfWriter(MongoSettings mongo, long version) implements FlatMapFunction<Iterator<AisleOutcome>, AisleOutcome> {

    private static final int BYTES_AT_ONCE = 4 << 20;

    @Override
    public Iterator<AisleOutcome> call(Iterator<AisleOutcome> outcomes) {
        Shelves shelves = Databases.of(mongo, StockJob.NAME).shelves();
        List<AisleOutcome> rest = new ArrayList<>();
        List<ShelfEntry> next = new ArrayList<>();
        long bytes = 0;
        while (outcomes.hasNext()) {
            AisleOutcome outcome = outcomes.next();
            for (ShelfEntry entry : outcome.entries()) {
                next.add(entry);
                bytes += entry.state().length;
                if (bytes > BYTES_AT_ONCE) {
                    shelves.write(next, version);
                    next.clear();
                    bytes = 0;
                }
            }
            AisleOutcome left = outcome.withoutEntries();
            if (!left.isEmpty()) {
                rest.add(left);
            }
        }
        shelves.write(next, version);
        return rest.iterator();
    }
}
