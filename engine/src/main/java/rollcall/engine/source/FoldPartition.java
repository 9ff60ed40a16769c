package rollcall.engine.source;

import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/** What one task of a batch reads, and where it is best read. */
record FoldPartition(List<Slice> slices, String[] preferredLocations) implements InputPartition {}
