package rollcall.engine.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rollcall.engine.source.TopicLogs.Bounds;
import rollcall.engine.source.TopicLogs.Snapshot;
import rollcall.store.Incident;
import rollcall.store.KafkaRange;
import rollcall.store.LedgerEntry;

/**
 * What the next batch reads.
 *
 * @param ranges one for every partition of the topic, in partition order; empty where there is nothing to read
 * @param incidents what was found to be gone from Kafka
 * @param isResumed whether it is what an earlier run began and did not finish
 */
record BatchPlan(List<KafkaRange> ranges, List<Incident> incidents, boolean isResumed) {

    /** Marks a log that goes on under the same topic id with offsets used before. */
    private static final String GENERATION = "~";

    boolean isEmpty() {
        return incidents.isEmpty() && toRead().isEmpty();
    }

    /** How many offsets it takes. */
    long length() {
        return Cut.length(ranges);
    }

    /** The same plan with at most so many offsets; what is resumed keeps its bounds. */
    BatchPlan cut(Cut cut, long limit) {
        return isResumed ? this : new BatchPlan(cut.apply(ranges, limit), incidents, false);
    }

    /** The ranges that have anything in them. */
    List<KafkaRange> toRead() {
        return ranges.stream().filter(range -> range.length() > 0).toList();
    }

    /**
     * Plans a batch. Ranges that an earlier run began and did not finish come first, alone, and with the bounds they had:
     * what was written of them can be told from what was not by these bounds only.
     *
     * @param known how far reading has come, by partition
     */
    static BatchPlan next(Map<Integer, LedgerEntry> known, Snapshot topic) {
        boolean resuming =
                known.values().stream().anyMatch(entry -> entry.pending().isPresent() && isOf(entry, topic));
        List<Incident> incidents = new ArrayList<>();
        List<KafkaRange> open = new ArrayList<>();
        topic.partitions().forEach((partition, bounds) -> {
            KafkaRange range = unread(known.get(partition), topic, partition, bounds, incidents);
            boolean isPending = known.containsKey(partition)
                    && known.get(partition).pending().filter(range::equals).isPresent();
            open.add(resuming && !isPending ? empty(range) : range);
        });
        return new BatchPlan(open, incidents, resuming);
    }

    /** Everything of a partition that has not been read, after what Kafka has lost. */
    private static KafkaRange unread(
            LedgerEntry entry, Snapshot topic, int partition, Bounds bounds, List<Incident> incidents) {
        if (entry == null || entry.log().isEmpty()) {
            return new KafkaRange(topic.topic(), topic.id(), partition, bounds.earliest(), bounds.end());
        }
        if (!isOf(entry, topic)) {
            incidents.add(Incident.now(
                    Incident.TOPIC_RECREATED,
                    new KafkaRange(topic.topic(), entry.log(), partition, entry.offset(), entry.until()),
                    "The topic was deleted and created again. Records that had not been read by then are gone; how many "
                            + "is not known. Reading goes on with the new topic's first record."));
            return new KafkaRange(topic.topic(), topic.id(), partition, bounds.earliest(), bounds.end());
        }
        if (entry.pending().isPresent()) {
            return entry.pending().get(); // its reader tells of what is gone when it comes to it
        }
        if (entry.offset() < bounds.earliest()) {
            incidents.add(Incident.now(
                    Incident.DATA_LOST,
                    new KafkaRange(topic.topic(), entry.log(), partition, entry.offset(), bounds.earliest()),
                    "Kafka deleted these records before they were read (retention). Reading goes on with the earliest "
                            + "record there is."));
        }
        if (entry.offset() > bounds.end()) {
            incidents.add(Incident.now(
                    Incident.LOG_TRUNCATED,
                    new KafkaRange(topic.topic(), entry.log(), partition, bounds.end(), entry.offset()),
                    "The log ends before records that were read already: the brokers lost its tail (unclean leader "
                            + "election). What was counted stays. Reading goes on with what comes next."));
            return new KafkaRange(topic.topic(), nextLog(entry.log()), partition, bounds.end(), bounds.end());
        }
        long from = Math.max(entry.offset(), bounds.earliest());
        return new KafkaRange(topic.topic(), entry.log(), partition, from, bounds.end());
    }

    private static KafkaRange empty(KafkaRange range) {
        return range.until(range.from());
    }

    private static boolean isOf(LedgerEntry entry, Snapshot topic) {
        return isLogOf(topic.id(), entry.log());
    }

    /** Whether a log is of the topic with an id; null: of none. */
    static boolean isLogOf(String topicId, String log) {
        return topicId != null && (log.equals(topicId) || log.startsWith(topicId + GENERATION));
    }

    private static String nextLog(String log) {
        int mark = log.lastIndexOf(GENERATION);
        return mark < 0
                ? log + GENERATION + 1
                : log.substring(0, mark + 1) + (Integer.parseInt(log.substring(mark + 1)) + 1);
    }

    /** How far reading has come when a batch with these ranges is done. */
    static Map<Integer, LedgerEntry> after(List<KafkaRange> ranges) {
        Map<Integer, LedgerEntry> entries = new HashMap<>();
        for (KafkaRange range : ranges) {
            entries.put(
                    range.partition(),
                    new LedgerEntry(
                            range.topic(), range.log(), range.partition(), range.until(), range.until(), "", 0));
        }
        return entries;
    }
}
