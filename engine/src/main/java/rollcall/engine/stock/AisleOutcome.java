package rollcall.engine.stock;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import rollcall.engine.source.SliceOutcome;
import rollcall.geo.Place;
import rollcall.stock.Alert;
import rollcall.store.ShelfEntry;

/**
 * What a batch came to for one product; or, for the rows that tell of the reading, what reading came to.
 *
 * @param raised alerts as they were when they were raised
 * @param changed alerts raised or changed, as they are at the end of the batch
 * @param entries the product's state at the end of the batch, as far as it has changed
 * @param newStores stores heard of for the first time
 * @param slices what the reading came to
 */
public record AisleOutcome(
        List<Alert> raised,
        List<Alert> changed,
        List<ShelfEntry> entries,
        Set<Place> newStores,
        List<SliceOutcome> slices)
        implements Serializable {

    static AisleOutcome ofReading(List<SliceOutcome> slices) {
        return new AisleOutcome(List.of(), List.of(), List.of(), Set.of(), slices);
    }

    /** What is left for the driver when the state has been written. */
    AisleOutcome withoutEntries() {
        return new AisleOutcome(raised, changed, List.of(), newStores, slices);
    }

    boolean isEmpty() {
        return raised.isEmpty() && changed.isEmpty() && entries.isEmpty() && newStores.isEmpty() && slices.isEmpty();
    }
}
