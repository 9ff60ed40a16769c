package rollcall.engine.presence;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rollcall.config.PresenceSettings;
import rollcall.config.Settings;
import rollcall.engine.JobRuns;
import rollcall.engine.ThrowawayCheckpoint;
import rollcall.engine.source.Fold;
import rollcall.engine.source.FoldSpec;
import rollcall.engine.source.FoldingSource;
import rollcall.engine.source.SliceOutcome;
import rollcall.engine.source.Topics;
import rollcall.store.Claim;
import rollcall.store.Database;
import rollcall.store.Incident;
import rollcall.store.RangeOutcome;

/**
 * Counts who is on the road: reads pings from Kafka, folds them into rosters, merges these into the database.
 *
 * <p>The database alone says how far the job has come (see {@link rollcall.store.Ledger}), so it can be killed, moved and
 * started again anywhere, and every figure stays exact. What Spark keeps for a running query is thrown away.
 */
public final class PresenceJob {

    private static final Logger LOG = LoggerFactory.getLogger(PresenceJob.class);
    private static final String GROUP = "rollcall-presence";

    private final Settings settings;
    private final SparkSession spark;
    private final Database database;
    private final Consumer<PresenceSummary> listener;
    private final JobRuns runs;
    private Claim claim;
    private long begun;
    private PresenceSummary summary = PresenceSummary.NONE;

    /** @param listener told what has been done so far after every batch */
    public PresenceJob(Settings settings, SparkSession spark, Database database, Consumer<PresenceSummary> listener) {
        this.settings = settings;
        this.spark = spark.newSession();
        // Where a site sets one for all jobs, this one would begin there and not at the ledger.
        this.spark.conf().unset("spark.sql.streaming.checkpointLocation");
        this.spark.conf().set("spark.sql.streaming.checkpointFileManagerClass", ThrowawayCheckpoint.class.getName());
        this.database = database;
        this.listener = listener;
        this.runs = new JobRuns("presence", spark.sparkContext());
    }

    /**
     * How many offsets are on the topic that have not been counted yet.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers can't be asked
     * @throws IllegalStateException if there is no such topic
     */
    public long backlog() {
        String topic = settings.kafka().pings();
        return Topics.unread(settings.kafka(), topic, database.ledger().entries(topic));
    }

    /**
     * Counts what is on the topic now, and ends.
     *
     * @throws rollcall.store.SupersededException if another job takes the topic over
     */
    public PresenceSummary runOnce() {
        try {
            runs.once(() -> start(Trigger.AvailableNow()));
        } finally {
            Databases.close();
        }
        return summary;
    }

    /**
     * Counts what comes until {@link #stop}. Goes on after failures, for a broker or a database may come back.
     *
     * @throws rollcall.store.SupersededException if another job takes the topic over
     */
    public void run() {
        Trigger asOften = Trigger.ProcessingTime(settings.presence().trigger().toMillis());
        try {
            runs.untilStopped(() -> start(asOften));
        } finally {
            Databases.close();
        }
    }

    /** Ends {@link #run} after the batch at hand. */
    public void stop() {
        runs.stop();
    }

    private StreamingQuery start(Trigger trigger) throws TimeoutException {
        if (claim == null) {
            database.prepare();
            String owner = ManagementFactory.getRuntimeMXBean().getName() + " " + UUID.randomUUID();
            claim = database.ledger().claim(settings.kafka().pings(), owner);
        }
        Topics.ensure(settings.kafka(), settings.kafka().rejected());
        tellOfUnfinished();
        FoldSpec spec = new FoldSpec(
                settings.kafka(),
                claim.topic(),
                GROUP,
                settings.presence().maxRecordsPerBatch(),
                settings.presence().ranges(),
                foldFactory(),
                new LedgerProgress(settings.mongo(), claim));
        VoidFunction2<Dataset<Row>, Long> merge = (rows, batch) -> runs.batch(() -> merge(rows));
        return FoldingSource.stream(spark, spec)
                .writeStream()
                .queryName("presence")
                .foreachBatch(merge)
                .trigger(trigger)
                .start();
    }

    private void merge(Dataset<Row> rows) {
        if (summary.batches() == 0) {
            begun = System.nanoTime();
        }
        // As many as there are cores now, for on a cluster executors come and go.
        int writers = spark.sparkContext().defaultParallelism();
        // All rows of a bucket to one writer, so that hundreds of tasks don't fight over one document.
        List<SliceOutcome> slices = rows.repartition(writers, functions.col(FoldingSource.KEY))
                .toJavaRDD()
                .mapPartitions(new RosterWriter(settings.mongo()))
                .collect();
        Incident.joined(slices.stream().flatMap(slice -> slice.lost().stream()).toList())
                .forEach(database.incidents()::record);
        List<RangeOutcome> ranges =
                RangeOutcome.sum(slices.stream().map(SliceOutcome::read).toList());
        database.ledger().complete(claim, ranges);
        summary = summary.plus(ranges, (System.nanoTime() - begun) / 1e9);
        listener.accept(summary);
    }

    private Fold.Factory foldFactory() {
        PresenceSettings presence = settings.presence();
        return () -> new PresenceFold(presence);
    }

    private void tellOfUnfinished() {
        database.ledger().entries(claim.topic()).stream()
                .flatMap(entry -> entry.pending().stream())
                .forEach(range -> {
                    LOG.info("The run before ended within {}; it is read again, which changes no figure", range);
                    database.incidents()
                            .record(Incident.now(
                                    Incident.RESTART,
                                    range,
                                    "A run ended while it wrote these records. They are read again, which changes "
                                            + "no figure."));
                });
    }
}
