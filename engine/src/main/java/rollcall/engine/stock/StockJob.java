package rollcall.engine.stock;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.TimeMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rollcall.config.Settings;
import rollcall.config.StockSettings;
import rollcall.engine.JobSummary;
import rollcall.engine.TopicJob;
import rollcall.engine.source.Fold;
import rollcall.engine.source.FoldingSource;
import rollcall.engine.source.SliceOutcome;
import rollcall.engine.source.Topics;
import rollcall.geo.Place;
import rollcall.geo.StoreDirectory;
import rollcall.stock.Alert;
import rollcall.store.ConfiguredRules;
import rollcall.store.Database;
import rollcall.store.RangeOutcome;
import rollcall.store.ShelfVersion;
import rollcall.store.StockCommits;

/**
 * Watches the shelves: reads tickets from Kafka, follows every shelf in the engine's state, raises alerts, announces them
 * and finds donors.
 *
 * <p>A batch writes the shelves that have changed beside what they were before, then the alerts, announces those that are
 * new, and only then is committed, by one write (see {@link StockCommits}). A run begins with the shelves of the last
 * batch that was.
 */
public final class StockJob extends TopicJob {

    static final String NAME = "stock";

    private static final Logger LOG = LoggerFactory.getLogger(StockJob.class);

    private final StateStore stateStore;
    private final OwnStores ownStores;
    private long run;
    private Notifier notifier;
    private StoreDirectory places;
    private long alerts;

    /**
     * @param listener told what has been done so far after every batch
     * @throws IllegalArgumentException if the engine is a cluster, and {@code stock.checkpoint} is not set; or if the file of
     *     {@code stock.stores} has problems
     */
    public StockJob(Settings settings, SparkSession spark, Database database, Consumer<JobSummary> listener) {
        super(NAME, settings.kafka().tickets(), settings, spark, database, listener);
        stateStore = new StateStore(settings.stock(), this.spark);
        stateStore.configure();
        ownStores = OwnStores.ofFile(settings.stock());
    }

    /** How many alerts this run has raised. */
    public long alerts() {
        return alerts;
    }

    /** The stores that nobody knows the place of: they get no redirects. */
    public List<Place> unplaced() {
        return database.stores().all().stream()
                .filter(store -> store.location().isEmpty())
                .map(store -> store.place())
                .toList();
    }

    @Override
    protected Pace pace() {
        StockSettings stock = settings.stock();
        return new Pace(stock.maxRecordsPerBatch(), true, stock.ranges(), stock.trigger());
    }

    @Override
    protected Fold.Factory fold() {
        StockSettings stock = settings.stock();
        return () -> new StockFold(stock);
    }

    @Override
    protected DataStreamWriter<?> write(Dataset<Row> folded) {
        Topics.ensure(settings.kafka(), settings.kafka().notifications());
        StockCommits.Run begun = database.stockCommits().begin(claim());
        run = begun.number();
        // The process may have died between the commit and the ledger.
        database.ledger().complete(claim(), begun.lastBatch());
        close();
        notifier = new Notifier(settings.kafka(), settings.stock().separator(), begun.publisher());
        OwnStores stores = ownStores.keptIn(database.stores());
        places = stores.directory();

        Dataset<AisleState> before = spark.createDataset(database.shelves().products(), Encoders.STRING())
                .mapPartitions(
                        new AisleLoader(settings.mongo(), begun.committed()),
                        Encoders.javaSerialization(AisleState.class));
        KeyValueGroupedDataset<String, AisleState> beforeByProduct =
                before.groupByKey((MapFunction<AisleState, String>) AisleState::product, Encoders.STRING());
        VoidFunction2<Dataset<AisleOutcome>, Long> commit =
                (outcomes, batch) -> batch(() -> commit(outcomes, ShelfVersion.of(run, batch)));
        DataStreamWriter<AisleOutcome> query = folded.groupByKey(
                        (MapFunction<Row, String>) row -> row.getAs(FoldingSource.KEY), Encoders.STRING())
                .transformWithState(
                        new AisleProcessor(
                                ConfiguredRules.of(settings.stock()),
                                stores,
                                settings.stock().redirect().nearest()),
                        TimeMode.None(),
                        OutputMode.Append(),
                        beforeByProduct,
                        Encoders.javaSerialization(AisleOutcome.class),
                        Encoders.javaSerialization(AisleState.class))
                .writeStream();
        return stateStore.at(query, begun.publisher(), run).foreachBatch(commit);
    }

    private void commit(Dataset<AisleOutcome> outcomes, long version) {
        long begun = System.nanoTime();
        List<AisleOutcome> aisles = outcomes.toJavaRDD()
                .mapPartitions(new ShelfWriter(settings.mongo(), version))
                .collect();
        List<SliceOutcome> slices =
                aisles.stream().flatMap(aisle -> aisle.slices().stream()).toList();
        List<RangeOutcome> ranges = read(slices);
        remember(aisles);
        database.alerts()
                .write(aisles.stream()
                        .flatMap(aisle -> aisle.changed().stream())
                        .toList());
        List<Alert> raised = aisles.stream()
                .flatMap(aisle -> aisle.raised().stream())
                .sorted(Comparator.comparingLong((Alert alert) -> alert.raised().atMillis())
                        .thenComparing(Alert::id))
                .toList();
        notifier.announce(raised, ranges.stream().map(RangeOutcome::range).toList());
        database.stockCommits().commit(claim(), version, ranges);
        alerts += raised.size();
        complete(ranges, begun);
    }

    private void remember(Collection<AisleOutcome> aisles) {
        Set<Place> stores = new TreeSet<>();
        aisles.forEach(aisle -> stores.addAll(aisle.newStores()));
        database.stores().remember(stores, places::locate);
        stores.stream().filter(store -> places.locate(store).isEmpty()).forEach(this::tellOfUnplaced);
    }

    private void tellOfUnplaced(Place store) {
        LOG.warn(
                "Nobody knows where {} is: its alerts come without redirects, and it helps nobody. A file of places "
                        + "(stock.stores) can tell",
                store);
    }

    @Override
    protected void close() {
        if (notifier != null) {
            notifier.close();
        }
        stateStore.discard();
    }
}
