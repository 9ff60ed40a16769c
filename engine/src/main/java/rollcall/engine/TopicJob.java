package rollcall.engine;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rollcall.config.Settings;
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
 * A job that folds a topic into results in the database, batch by batch.
 *
 * <p>The database alone says how far the job has come (see {@link rollcall.store.Ledger}), so it can be killed, moved and
 * started again anywhere, and every figure stays exact. What Spark keeps for a running query is thrown away.
 */
public abstract class TopicJob {

    private static final Logger LOG = LoggerFactory.getLogger(TopicJob.class);

    protected final Settings settings;
    protected final SparkSession spark;
    protected final Database database;

    private final String name;
    private final String topic;
    private final Consumer<JobSummary> listener;
    private final JobRuns runs;
    private Claim claim;
    private long begun;
    private JobSummary summary = JobSummary.NONE;

    /**
     * How a job reads its topic.
     *
     * @param maxRecords how many records a batch takes at most
     * @param inOrder whether the order of records in different partitions matters
     * @param ranges how many tasks read a batch; 0: as many as the engine has cores
     * @param trigger the least time between the starts of two batches
     */
    public record Pace(long maxRecords, boolean inOrder, int ranges, Duration trigger) {}

    /**
     * @param name of the job, for people
     * @param listener told what has been done so far after every batch
     */
    protected TopicJob(
            String name,
            String topic,
            Settings settings,
            SparkSession spark,
            Database database,
            Consumer<JobSummary> listener) {
        this.name = name;
        this.topic = topic;
        this.settings = settings;
        this.spark = spark.newSession();
        this.database = database;
        this.listener = listener;
        this.runs = new JobRuns(name, spark.sparkContext());
        // Where a site sets one for all jobs, this one would begin there and not at the ledger.
        this.spark.conf().unset("spark.sql.streaming.checkpointLocation");
        this.spark.conf().set("spark.sql.streaming.checkpointFileManagerClass", ThrowawayCheckpoint.class.getName());
    }

    protected abstract Pace pace();

    protected abstract Fold.Factory fold();

    /** Says what becomes of the folded rows; called before each query. */
    protected abstract DataStreamWriter<?> write(Dataset<Row> folded);

    /** Lets go of what {@link #write} took; called when the job ends. */
    protected void close() {}

    /**
     * How many offsets are on the topic that have not been counted yet.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers can't be asked
     * @throws IllegalStateException if there is no such topic
     */
    public final long backlog() {
        return Topics.unread(settings.kafka(), topic, database.ledger().entries(topic));
    }

    /**
     * Counts what is on the topic now, and ends.
     *
     * @throws rollcall.store.SupersededException if another job takes the topic over
     */
    public final JobSummary runOnce() {
        try {
            runs.once(() -> start(Trigger.AvailableNow()));
        } finally {
            close();
            Databases.close(name);
        }
        return summary;
    }

    /**
     * Counts what comes until {@link #stop}. Goes on after failures, for a broker or a database may come back.
     *
     * @throws rollcall.store.SupersededException if another job takes the topic over
     */
    public final void run() {
        Trigger asOften = Trigger.ProcessingTime(pace().trigger().toMillis());
        try {
            runs.untilStopped(() -> start(asOften));
        } finally {
            close();
            Databases.close(name);
        }
    }

    /** Ends {@link #run} after the batch at hand. */
    public final void stop() {
        runs.stop();
    }

    /** Does the work of one batch; {@link #stop} waits for it. */
    protected final void batch(Runnable work) throws InterruptedException {
        runs.batch(work);
    }

    protected final Claim claim() {
        return claim;
    }

    private StreamingQuery start(Trigger trigger) throws TimeoutException {
        if (claim == null) {
            database.prepare();
            String owner = ManagementFactory.getRuntimeMXBean().getName() + " " + UUID.randomUUID();
            claim = database.ledger().claim(topic, owner);
        }
        Topics.ensure(settings.kafka(), settings.kafka().rejected());
        FoldSpec spec = new FoldSpec(
                settings.kafka(),
                topic,
                "rollcall-" + name,
                pace().maxRecords(),
                pace().inOrder(),
                pace().ranges(),
                fold(),
                new LedgerProgress(settings.mongo(), name, claim));
        DataStreamWriter<?> writer = write(FoldingSource.stream(spark, spec));
        tellOfUnfinished();
        return writer.queryName(name).trigger(trigger).start();
    }

    /** Takes note of what the tasks of a batch came upon; returns what they read. */
    protected final List<RangeOutcome> read(List<SliceOutcome> slices) {
        Incident.joined(slices.stream().flatMap(slice -> slice.lost().stream()).toList())
                .forEach(database.incidents()::record);
        return RangeOutcome.sum(slices.stream().map(SliceOutcome::read).toList());
    }

    /** Notes that all that came of these ranges is in the results. */
    protected final void complete(List<RangeOutcome> ranges, long batchBegun) {
        database.ledger().complete(claim, ranges);
        if (summary.batches() == 0) {
            begun = batchBegun;
        }
        summary = summary.plus(ranges, (System.nanoTime() - begun) / 1e9);
        listener.accept(summary);
    }

    private void tellOfUnfinished() {
        database.ledger().entries(topic).stream()
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
