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
    private final JobRuns runs = new JobRuns("presence");
    private long begun;
    private PresenceSummary summary = PresenceSummary.NONE;

    /** @param listener told what has been done so far after every batch */
    public PresenceJob(Settings settings, SparkSession spark, Database database, Consumer<PresenceSummary> listener) {
        this.settings = settings;
        this.spark = spark.newSession();
        this.spark.conf().set("spark.sql.streaming.checkpointFileManagerClass", ThrowawayCheckpoint.class.getName());
        this.database = database;
        this.listener = listener;
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
        runs.once(() -> start(claim(), Trigger.AvailableNow()));
        return summary;
    }

    /**
     * Counts what comes until {@link #stop}. Goes on after failures, for a broker or a database may come back.
     *
     * @throws rollcall.store.SupersededException if another job takes the topic over
     */
    public void run() {
        Trigger asOften = Trigger.ProcessingTime(settings.presence().trigger().toMillis());
        Claim[] mine = new Claim[1];
        runs.untilStopped(() -> {
            if (mine[0] == null) {
                mine[0] = claim();
            }
            return start(mine[0], asOften);
        });
    }

    /** Ends {@link #run} after the batch at hand. */
    public void stop() {
        runs.stop();
    }

    private Claim claim() {
        database.prepare();
        String owner = ManagementFactory.getRuntimeMXBean().getName() + " " + UUID.randomUUID();
        return database.ledger().claim(settings.kafka().pings(), owner);
    }

    private StreamingQuery start(Claim claim, Trigger trigger) throws TimeoutException {
        Topics.ensure(settings.kafka(), settings.kafka().rejected());
        tellOfUnfinished(claim);
        FoldSpec spec = new FoldSpec(
                settings.kafka(),
                claim.topic(),
                GROUP,
                settings.presence().maxRecordsPerBatch(),
                settings.presence().ranges(),
                foldFactory(),
                new LedgerProgress(settings.mongo(), claim));
        VoidFunction2<Dataset<Row>, Long> merge = (rows, batch) -> runs.batch(() -> merge(claim, rows));
        return FoldingSource.stream(spark, spec)
                .writeStream()
                .queryName("presence")
                .foreachBatch(merge)
                .trigger(trigger)
                .start();
    }

    private void merge(Claim claim, Dataset<Row> rows) {
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

    private void tellOfUnfinished(Claim claim) {
        database.ledger().entries(claim.topic()).stream()
                .flatMap(entry -> entry.pending().stream())
                .forEach(range -> {
                    LOG.info("The run before ended within {}; it is read again, which changes no figure", range);
                    database.incidents()
                            .record(Incident.now(
                                    Incident.RESTART,
                                    range,
                                    "The run before ended while it wrote these records. They are read again, which changes "
                                            + "no figure."));
                });
    }
}
