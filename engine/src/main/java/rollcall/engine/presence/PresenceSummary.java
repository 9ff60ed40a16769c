package rollcall.engine.presence;

import java.util.List;
import rollcall.store.RangeOutcome;

/**
 * What a presence job has done.
 *
 * @param records how many records it read, the rejected ones included
 * @param rejected how many of them could not be used
 * @param seconds how long it took from the start of the first batch to the end of the last, in seconds
 * @param batches how many batches there were
 */
public record PresenceSummary(long records, long rejected, double seconds, long batches) {

    static final PresenceSummary NONE = new PresenceSummary(0, 0, 0, 0);

    public long recordsPerSecond() {
        return seconds > 0 ? Math.round(records / seconds) : 0;
    }

    PresenceSummary plus(List<RangeOutcome> batch, double secondsUntilNow) {
        long read = batch.stream().mapToLong(RangeOutcome::records).sum();
        long unusable = batch.stream()
                .flatMap(range -> range.rejected().values().stream())
                .mapToLong(Long::longValue)
                .sum();
        return new PresenceSummary(records + read, rejected + unusable, secondsUntilNow, batches + 1);
    }
}
