package rollcall.engine.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;
import org.apache.spark.sql.connector.read.streaming.ReadMaxRows;
import org.apache.spark.sql.connector.read.streaming.ReportsSourceMetrics;
import org.apache.spark.sql.connector.read.streaming.SupportsTriggerAvailableNow;
import rollcall.engine.source.TopicLogs.Bounds;
import rollcall.engine.source.TopicLogs.Snapshot;
import rollcall.store.KafkaRange;
import rollcall.store.LedgerEntry;

/** Plans batches on the driver: what to read next, and in which tasks. */
final class FoldingStream implements MicroBatchStream, SupportsTriggerAvailableNow, ReportsSourceMetrics {

    /** How much the first of many batches takes: results show early, and the engine is warm for the long ones. */
    private static final long FIRST_OF_MANY = 200_000;

    private final FoldSpec spec;
    private final TopicLogs logs;
    private final Cut cut;
    private Snapshot newest;
    private Snapshot stopAt;

    FoldingStream(FoldSpec spec, TopicLogs logs) {
        this.spec = spec;
        this.logs = logs;
        this.cut = spec.inOrder() ? new ArrivalCut(logs) : Cut::inProportion;
    }

    @Override
    public Offset initialOffset() {
        return BatchOffset.START;
    }

    @Override
    public ReadLimit getDefaultReadLimit() {
        return ReadLimit.maxRows(spec.maxRecordsPerBatch());
    }

    @Override
    public void prepareForTriggerAvailableNow() {
        stopAt = logs.snapshot();
    }

    @Override
    public Offset latestOffset(Offset start, ReadLimit limit) {
        BatchOffset before = BatchOffset.of(start);
        newest = logs.snapshot();
        Snapshot readable = stopAt == null ? newest : until(newest, stopAt);
        Map<Integer, LedgerEntry> known = before.equals(BatchOffset.START)
                ? byPartition(spec.progress().entries())
                : BatchPlan.after(before.ranges());
        long most = most(limit);
        while (true) {
            BatchPlan all = BatchPlan.next(known, readable);
            boolean isFirstOfMany = before.equals(BatchOffset.START) && all.length() >= most;
            BatchPlan plan = all.cut(cut, isFirstOfMany ? Math.min(FIRST_OF_MANY, most) : most);
            if (plan.isEmpty()) {
                return before.equals(BatchOffset.START) ? null : start;
            }
            if (spec.progress().begin(plan.incidents().isEmpty() ? plan.toRead() : plan.ranges(), plan.incidents())) {
                return new BatchOffset(plan.ranges());
            }
            known = byPartition(spec.progress().entries());
        }
    }

    @Override
    public Offset latestOffset() {
        throw new IllegalStateException("Spark asks a source with admission control for latestOffset(start, limit)");
    }

    @Override
    public InputPartition[] planInputPartitions(Offset start, Offset end) {
        List<KafkaRange> ranges = BatchOffset.of(end).ranges();
        int tasks = spec.tasks() > 0
                ? spec.tasks()
                : SparkSession.active().sparkContext().defaultParallelism();
        Executors executors = Executors.now();
        List<List<Slice>> dealt = Slice.deal(ranges, tasks);
        return IntStream.range(0, dealt.size())
                .mapToObj(task -> new FoldPartition(dealt.get(task), executors.forTask(task, dealt.size())))
                .toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        FoldSpec atExecutors = spec;
        return partition -> new FoldReader(atExecutors, ((FoldPartition) partition).slices());
    }

    @Override
    public Offset deserializeOffset(String json) {
        return BatchOffset.fromJson(json);
    }

    @Override
    public void commit(Offset end) {
        logs.showProgress(
                spec.group(),
                BatchOffset.of(end).ranges().stream()
                        .collect(Collectors.toMap(KafkaRange::partition, KafkaRange::until)));
    }

    @Override
    public Map<String, String> metrics(Optional<Offset> latestConsumed) {
        Map<String, String> metrics = new HashMap<>();
        if (newest != null && latestConsumed.isPresent()) {
            long behind = 0;
            for (KafkaRange range : BatchOffset.of(latestConsumed.get()).ranges()) {
                Bounds bounds = newest.partitions().get(range.partition());
                behind += bounds == null ? 0 : Math.max(0, bounds.end() - range.until());
            }
            metrics.put("offsetsBehindLatest", Long.toString(behind));
        }
        return metrics;
    }

    @Override
    public void stop() {
        logs.close();
        // Matters where driver and executor are one process; elsewhere the executors end with the application.
        LogReaders.closeIdle(spec);
        RejectedRecords.closeProducer(spec);
        TopicIds.close(spec);
    }

    private static long most(ReadLimit limit) {
        return limit instanceof ReadMaxRows rows ? rows.maxRows() : Long.MAX_VALUE;
    }

    /** What there is, without what came after a moment. */
    private static Snapshot until(Snapshot now, Snapshot moment) {
        Map<Integer, Bounds> partitions = new HashMap<>();
        if (now.exists() && now.id().equals(moment.id())) {
            moment.partitions().forEach((partition, then) -> {
                long earliest = now.partitions().get(partition).earliest();
                partitions.put(partition, new Bounds(earliest, Math.max(earliest, then.end())));
            });
        }
        return new Snapshot(now.topic(), now.id(), partitions);
    }

    private static Map<Integer, LedgerEntry> byPartition(List<LedgerEntry> entries) {
        return entries.stream().collect(Collectors.toMap(LedgerEntry::partition, Function.identity()));
    }
}
