package rollcall.store;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** What the slices of ranges came to, by range. */
    public static List<RangeOutcome> sum(Collection<RangeOutcome> slices) {
        Map<KafkaRange, RangeOutcome> sums = new LinkedHashMap<>();
        slices.forEach(slice -> sums.merge(slice.range, slice, RangeOutcome::plus));
        return List.copyOf(sums.values());
    }

    private RangeOutcome plus(RangeOutcome other) {
        Map<String, Long> reasons = new HashMap<>(rejected);
        other.rejected.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        Long newer = newestEventSecond == null
                ? other.newestEventSecond
                : Long.valueOf(Math.max(newestEventSecond, other.newest().orElse(newestEventSecond)));
        return new RangeOutcome(range, records + other.records, reasons, newer);
    }
}
