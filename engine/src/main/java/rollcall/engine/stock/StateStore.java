package rollcall.engine.stock;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.streaming.state.RocksDBStateStoreProvider;
import org.apache.spark.sql.streaming.DataStreamWriter;
import rollcall.config.StockSettings;

/**
 * How the engine keeps the state of a running query. It is of use to that query only: the next one begins with what the
 * database has.
 */
record StateStore(StockSettings settings) {

    /** @throws IllegalArgumentException if the engine is a cluster and the state has no place that all of it reaches */
    void configure(SparkSession spark) {
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
        // A part of the state is a task and some files for each batch, so there are few.
        int partitions = settings.partitions() > 0
                ? settings.partitions()
                : spark.sparkContext().defaultParallelism();
        conf.set("spark.sql.shuffle.partitions", Integer.toString(partitions));
        if (settings.checkpoint().isPresent()) {
            conf.unset("spark.sql.streaming.checkpointFileManagerClass"); // the usual one knows all file systems
        }
    }

    /**
     * Gives a run a directory of its own, and deletes those of the runs before.
     *
     * @param publisher names the database
     */
    <T> DataStreamWriter<T> at(DataStreamWriter<T> query, SparkSession spark, String publisher, long run) {
        if (settings.checkpoint().isEmpty()) {
            return query; // a temporary one
        }
        Path ours = new Path(settings.checkpoint().get(), "rollcall-stock-" + publisher);
        try {
            FileSystem files = ours.getFileSystem(spark.sparkContext().hadoopConfiguration());
            files.delete(ours, true);
        } catch (IOException failure) {
            throw new UncheckedIOException("The directory " + ours + " (stock.checkpoint) can't be used", failure);
        }
        return query.option("checkpointLocation", new Path(ours, Long.toString(run)).toString());
    }
}
