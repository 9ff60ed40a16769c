package rollcall.app.stock;

import java.time.Duration;
import java.util.List;
import rollcall.config.ForecastSettings;
import rollcall.config.Settings;
import rollcall.config.StockSettings;
import rollcall.config.ThresholdOverride;

/**
 * How a job reads, and what it takes for low: a threshold for every degree of precision, and no forecast.
 *
 * @param partitions of the state
 */
record StockShape(long maxRecordsPerBatch, int ranges, int partitions, String separator) {

    /** Everything in one batch, by one task. */
    static final StockShape AT_ONCE = new StockShape(1_000_000, 1, 1);

    /** The same thresholds, and no forecast, in a configuration file. */
    static final String CONFIGURATION = """
            stock {
              thresholds { "3" = 35, "Austin, TX" = 10, "Austin, TX, 3" = 5 }
              forecast.enabled = false
            }
            """;

    StockShape(long maxRecordsPerBatch, int ranges, int partitions) {
        this(maxRecordsPerBatch, ranges, partitions, ", ");
    }

    StockSettings settings() {
        return new StockSettings(
                20,
                List.of(
                        new ThresholdOverride(null, null, "3", 35),
                        new ThresholdOverride("Austin", "TX", null, 10),
                        new ThresholdOverride("Austin", "TX", "3", 5)),
                StockOracle.CLEAR_FACTOR,
                new ForecastSettings(false, Duration.ofMinutes(30), 0.95, Duration.ofMinutes(60)),
                Settings.defaults().stock().redirect(),
                separator,
                Duration.ofMinutes(5),
                null,
                maxRecordsPerBatch,
                ranges,
                Duration.ZERO,
                partitions,
                null,
                null);
    }

    /** The same thresholds, for the oracle. */
    static long threshold(String shelf) {
        if (shelf.equals("Austin|TX|3")) {
            return 5;
        } else if (shelf.endsWith("|3")) {
            return 35;
        }
        return shelf.startsWith("Austin|TX|") ? 10 : 20;
    }
}
