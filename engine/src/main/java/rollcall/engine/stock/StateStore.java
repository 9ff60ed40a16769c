package rollcall.engine.stock;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.streaming.state.RocksDBStateStoreProvider;
import org.apache.spark.sql.streaming.DataStreamWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rollcall.config.StockSettings;
import scala.Option;

/**
 * How the engine keeps the state of a running query. It is of use to that query only: the next one begins with what the
 * database has.
 */
final class StateStore {

    private static final Logger LOG = LoggerFactory.getLogger(StateStore.class);

    private static final String FILE_MANAGER = "spark.sql.streaming.checkpointFileManagerClass";

    private final StockSettings settings;
    private final SparkSession spark;

    /** The last query's; null where there is none, or it is a temporary one. */
    private Path directory;

    StateStore(StockSettings settings, SparkSession spark) {
        this.settings = settings;
        this.spark = spark;
    }

    /** @throws IllegalArgumentException if the engine is a cluster and the state has no place that all of it reaches */
    void configure() {
        boolean isCluster = !spark.sparkContext().isLocal();
        if (isCluster && settings.checkpoint().isEmpty()) {
            throw new IllegalArgumentException(
                    "On a cluster (" + spark.sparkContext().master()
                            + ") the stock job needs a directory that all its machines reach: set stock.checkpoint, such as "
                            + "ROLLCALL_STOCK_CHECKPOINT=hdfs://namenode/rollcall");
        }
        var conf = spark.conf();
        conf.set("spark.sql.streaming.stateStore.providerClass", RocksDBStateStoreProvider.class.getName());
        // A batch writes down what it changed, not the whole state.
        conf.set("spark.sql.streaming.stateStore.rocksdb.changelogCheckpointing.enabled", "true");
        if (settings.checkpoint().isPresent()) {
            // Not the job's, which knows local files only: the one that a site has for its storage, or Spark's.
            Option<String> ofSite = spark.sparkContext().getConf().getOption(FILE_MANAGER);
            if (ofSite.isDefined()) {
                conf.set(FILE_MANAGER, ofSite.get());
            } else {
                conf.unset(FILE_MANAGER);
            }
        }
    }

    /**
     * Divides a run's state and gives it a directory of its own; deletes what runs before have left there.
     *
     * @param publisher names the database
     */
    <T> DataStreamWriter<T> at(DataStreamWriter<T> query, String publisher, long run) {
        // A part of the state is a task and some files for each batch, so there are few. A query can't change its mind.
        int partitions = settings.partitions() > 0 ? settings.partitions() : Cores.settled(spark.sparkContext());
        spark.conf().set("spark.sql.shuffle.partitions", Integer.toString(partitions));
        if (settings.checkpoint().isEmpty()) {
            return query; // a temporary one
        }
        Path ours = new Path(settings.checkpoint().get(), "rollcall-stock-" + publisher);
        try {
            delete(ours);
        } catch (IOException failure) {
            // Without the URI: it may hold a password.
            throw new UncheckedIOException("The directory that stock.checkpoint names can't be used", failure);
        }
        directory = new Path(ours, Long.toString(run));
        return query.option("checkpointLocation", directory.toString());
    }

    /** Deletes what the last run kept; what can't be deleted is left to the next one. */
    void discard() {
        if (directory == null) {
            return;
        }
        try {
            delete(directory);
        } catch (IOException failure) {
            LOG.info("What this run kept in stock.checkpoint is left there; the next run deletes it");
            LOG.debug("The failure in full", failure);
        }
        directory = null;
    }

    private void delete(Path path) throws IOException {
        path.getFileSystem(spark.sparkContext().hadoopConfiguration()).delete(path, true);
    }
}
