package rollcall.engine.presence;

import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.DataStreamWriter;
import rollcall.config.PresenceSettings;
import rollcall.config.Settings;
import rollcall.engine.JobSummary;
import rollcall.engine.TopicJob;
import rollcall.engine.source.Fold;
import rollcall.engine.source.FoldingSource;
import rollcall.engine.source.SliceOutcome;
import rollcall.store.Database;
import rollcall.store.Passed;
import rollcall.store.RangeOutcome;

/** Counts who is on the road: reads pings from Kafka, folds them into rosters, merges these into the database. */
public final class PresenceJob extends TopicJob {

    static final String NAME = "presence";

    /** Whether the next batch makes up for one of a run before. */
    private boolean isResuming;

    /** Whether the last batch took all there was. */
    private boolean isCaughtUp;

    /** @param listener told what has been done so far after every batch */
    public PresenceJob(Settings settings, SparkSession spark, Database database, Consumer<JobSummary> listener) {
        super(NAME, settings.kafka().pings(), settings, spark, database, listener);
    }

    @Override
    protected Pace pace() {
        PresenceSettings presence = settings.presence();
        return new Pace(presence.maxRecordsPerBatch(), false, presence.ranges(), presence.trigger());
    }

    @Override
    protected Fold.Factory fold() {
        PresenceSettings presence = settings.presence();
        return () -> new PresenceFold(presence);
    }

    @Override
    protected DataStreamWriter<?> write(Dataset<Row> folded) {
        isResuming = database.ledger().entries(topic()).stream()
                .anyMatch(entry -> entry.pending().isPresent());
        VoidFunction2<Dataset<Row>, Long> merge = (rows, batch) -> batch(() -> merge(rows));
        return folded.writeStream().foreachBatch(merge);
    }

    private void merge(Dataset<Row> rows) {
        long begun = System.nanoTime();
        Passed passed = Passed.of(database.ledger().newest(topic()), isCaughtUp);
        // As many as there are cores now, for on a cluster executors come and go.
        int writers = spark.sparkContext().defaultParallelism();
        // All rows of a bucket to one writer, so that hundreds of tasks don't fight over one document.
        List<SliceOutcome> slices = rows.repartition(writers, functions.col(FoldingSource.KEY))
                .toJavaRDD()
                .mapPartitions(new RosterWriter(settings.mongo(), passed))
                .collect();
        List<RangeOutcome> ranges = read(slices);
        complete(ranges, begun);
        isCaughtUp = !isResuming && length(ranges) < pace().maxRecords();
        isResuming = false;
    }

    private String topic() {
        return settings.kafka().pings();
    }

    private static long length(List<RangeOutcome> ranges) {
        return ranges.stream().mapToLong(range -> range.range().length()).sum();
    }
}
