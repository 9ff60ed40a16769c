package rollcall.engine.source;

import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** Spark's way in: makes a stream of folded rows from a {@link FoldSpec}. */
public final class FoldingSource implements TableProvider {

    /** Rows of one key belong together. */
    public static final String KEY = "key";

    /** What a fold handed out; null in a row that has an outcome. */
    public static final String DELTA = "delta";

    /** A {@link SliceOutcome}, serialized; null in a row that has a delta. */
    public static final String OUTCOME = "outcome";

    static final StructType SCHEMA = new StructType()
            .add(KEY, DataTypes.StringType, false)
            .add(DELTA, DataTypes.BinaryType)
            .add(OUTCOME, DataTypes.BinaryType);

    /** The stream that a spec describes. */
    public static Dataset<Row> stream(SparkSession spark, FoldSpec spec) {
        return spark.readStream()
                .format(FoldingSource.class.getName())
                .option(FoldSpec.OPTION, spec.toOption())
                .load();
    }

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return SCHEMA;
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return new FoldingTable(FoldSpec.fromOption(new CaseInsensitiveStringMap(properties).get(FoldSpec.OPTION)));
    }

    private record FoldingTable(FoldSpec spec) implements Table, SupportsRead {

        @Override
        public String name() {
            return "folded " + spec.topic();
        }

        @Override
        @Deprecated
        public StructType schema() {
            return SCHEMA;
        }

        @Override
        public Set<TableCapability> capabilities() {
            return Set.of(TableCapability.MICRO_BATCH_READ);
        }

        @Override
        public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
            return () -> new FoldingScan(spec);
        }
    }

    private record FoldingScan(FoldSpec spec) implements Scan {

        @Override
        public StructType readSchema() {
            return SCHEMA;
        }

        @Override
        public String description() {
            return "folded " + spec.topic();
        }

        @Override
        public MicroBatchStream toMicroBatchStream(String checkpointLocation) {
            return new FoldingStream(spec, TopicLogs.open(spec.kafka(), spec.topic()));
        }
    }
}
