package rollcall.store;

import java.io.Serializable;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What reading one range came to.
 *
 * @param records how many records there were, the rejected ones included
 * @param rejected how many were rejected, by reason
 * @param newestEventSecond the latest event time that was accepted, in epoch seconds; null if none was
 */
public record RangeOutcome(KafkaRange range, long records, Map<String, Long> rejected, Long newestEventSecond)
        implements Serializable {

    public OptionalLong newest() {
        return newestEventSecond == null ? OptionalLong.empty() : OptionalLong.of(newestEventSecond);
    }
}
