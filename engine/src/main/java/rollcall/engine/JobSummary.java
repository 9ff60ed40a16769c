package rollcall.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rollcall.store.RangeOutcome;

/**
 * What a job has done so far.
 *
 * @param records how many records it read, the rejected ones included
 * @param seconds from the moment that the first batch was there to be written until now
 * @param batches how many batches there were
 * @param firstRecords how many records the first batch had
 * @param firstSeconds how long the first batch took, in seconds
 */
public record JobSummary(
        long records, long rejected, double seconds, long batches, long firstRecords, double firstSeconds) {

    static final JobSummary NONE = new JobSummary(0, 0, 0, 0, 0, 0);

    /** The rate after start-up: without the first batch, in which the engine warms up, where there are others. */
    public long recordsPerSecond() {
        boolean hasOthers = batches > 1;
        double span = hasOthers ? seconds - firstSeconds : seconds;
        return span > 0 ? Math.round((hasOthers ? records - firstRecords : records) / span) : 0;
    }

    /** The summary as one line for programs to read. */
    public String toJson() {
        return toJson(Map.of());
    }

    /** @param more what else the job has to say, by name */
    public String toJson(Map<String, Object> more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("records", records);
        fields.put("rejected", rejected);
        fields.put("seconds", Math.round(seconds * 1000) / 1000.0);
        fields.put("recordsPerSecond", recordsPerSecond());
        fields.put("batches", batches);
        fields.putAll(more);
        try {
            return new ObjectMapper().writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    JobSummary plus(List<RangeOutcome> batch, double secondsUntilNow) {
        long read = records + batch.stream().mapToLong(RangeOutcome::records).sum();
        long unusable = rejected
                + batch.stream()
                        .flatMap(range -> range.rejected().values().stream())
                        .mapToLong(Long::longValue)
                        .sum();
        return batches == 0
                ? new JobSummary(read, unusable, secondsUntilNow, 1, read, secondsUntilNow)
                : new JobSummary(read, unusable, secondsUntilNow, batches + 1, firstRecords, firstSeconds);
    }
}
