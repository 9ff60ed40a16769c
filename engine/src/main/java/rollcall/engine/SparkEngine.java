package rollcall.engine;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import rollcall.config.SparkSettings;

/** Starts the engine the way the jobs want it. */
public final class SparkEngine {

    /** System property with the path of the jar that executors elsewhere need; the distribution's launcher sets it. */
    private static final String EXECUTOR_JAR = "rollcall.executor-jar";

    private static final Map<String, String> DEFAULTS = Map.of(
            "spark.app.name", "rollcall",
            "spark.ui.enabled", "false",
            "spark.sql.session.timeZone", "UTC",
            // The ledger, not a checkpoint, says how far presence has come.
            "spark.sql.streaming.forceDeleteTempCheckpointLocation", "true",
            "spark.sql.streaming.minBatchesToRetain", "2",
            "spark.sql.streaming.numRecentProgressUpdates", "10",
            "spark.sql.streaming.stopTimeout", "5s",
            // Batches are small and often; planning them adaptively costs more than it gains.
            "spark.sql.adaptive.enabled", "false");

    private SparkEngine() {}

    /**
     * A session at the configured master, or at the one that spark-submit was given. The settings' own properties win
     * over those of spark-submit, and these over the ones here.
     */
    public static SparkSession start(SparkSettings settings) {
        // Begins with what spark-submit was told.
        SparkConf conf = new SparkConf();
        settings.conf().forEach(conf::set);
        conf.setIfMissing("spark.master", settings.master());
        if (isLocal(conf.get("spark.master"))) {
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        } else if (System.getProperty(EXECUTOR_JAR) != null) {
            conf.setIfMissing("spark.jars", System.getProperty(EXECUTOR_JAR));
        }
        DEFAULTS.forEach(conf::setIfMissing);
        return SparkSession.builder().config(conf).getOrCreate();
    }

    private static boolean isLocal(String master) {
        return master.startsWith("local");
    }
}
