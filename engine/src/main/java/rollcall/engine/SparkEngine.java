package rollcall.engine;

import org.apache.spark.sql.SparkSession;
import rollcall.config.SparkSettings;

/** Starts the engine the way the jobs want it. */
public final class SparkEngine {

    private SparkEngine() {}

    /** A session at the configured master; the settings' own properties win over the ones here. */
    public static SparkSession start(SparkSettings settings) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("rollcall")
                .config("spark.ui.enabled", false)
                .config("spark.sql.session.timeZone", "UTC")
                // The ledger, not a checkpoint, says how far presence has come.
                .config("spark.sql.streaming.forceDeleteTempCheckpointLocation", true)
                .config("spark.sql.streaming.minBatchesToRetain", 2)
                .config("spark.sql.streaming.numRecentProgressUpdates", 10)
                .config("spark.sql.streaming.stopTimeout", "5s")
                // Batches are small and often; planning them adaptively costs more than it gains.
                .config("spark.sql.adaptive.enabled", false);
        if (isLocal(settings.master())) {
            builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1");
        }
        // Under spark-submit the master comes from its command line.
        if (!settings.master().isEmpty()) {
            builder.master(settings.master());
        }
        settings.conf().forEach(builder::config);
        return builder.getOrCreate();
    }

    private static boolean isLocal(String master) {
        return master.startsWith("local");
    }
}
