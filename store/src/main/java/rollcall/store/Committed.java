package rollcall.store;

import java.io.Serializable;
import java.util.Map;

/**
 * Which batches of the stock job count.
 *
 * @param lastOfRuns the last version that a run committed, by the run's number
 */
public record Committed(Map<Long, Long> lastOfRuns) implements Serializable {

    public Committed {
        lastOfRuns = Map.copyOf(lastOfRuns);
    }

    /** Whether what was written under a version counts. */
    boolean has(long version) {
        return lastOfRuns.getOrDefault(ShelfVersion.runOf(version), -1L) >= version;
    }
}
