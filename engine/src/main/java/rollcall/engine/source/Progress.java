package rollcall.engine.source;

import java.io.Serializable;
import java.util.List;
import rollcall.store.Incident;
import rollcall.store.KafkaRange;
import rollcall.store.LedgerEntry;

/** Where a job keeps how far it has read. Called on the driver. */
public interface Progress extends Serializable {

    /** How far the runs before this one came. */
    List<LedgerEntry> entries();

    /**
     * Notes what the next batch reads and what was found missing, before any of it is read.
     *
     * @return false if another run has begun to read some of it; {@link #entries} then says what must be read first
     */
    boolean begin(List<KafkaRange> ranges, List<Incident> incidents);
}
