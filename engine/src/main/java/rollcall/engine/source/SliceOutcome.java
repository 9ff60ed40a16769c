package rollcall.engine.source;

import java.io.Serializable;
import java.util.List;
import rollcall.store.Incident;
import rollcall.store.RangeOutcome;

/**
 * What reading a slice came to.
 *
 * @param read for the range that the slice is of
 * @param lost what was found to be gone while reading
 */
public record SliceOutcome(RangeOutcome read, List<Incident> lost) implements Serializable {

    byte[] toBytes() {
        return Serialized.bytes(this);
    }

    /** The outcome in a row's {@link FoldingSource#OUTCOME}. */
    public static SliceOutcome fromBytes(byte[] bytes) {
        return Serialized.object(bytes, SliceOutcome.class);
    }
}
