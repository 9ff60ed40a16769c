package rollcall.config;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How tickets become levels and alerts.
 *
 * @param threshold a level at or below it is low, in units; what {@code thresholds} say of a shelf comes first
 * @param thresholds other thresholds for products, stores and products in stores
 * @param clearFactor an alert is resolved above this many times the larger of threshold and reorder point; at least 1
 * @param forecast when a shelf is said to be running low
 * @param redirect what one store gives another
 * @param separator stands between the fields of a notification
 * @param maxAhead how far a ticket's event time may lie ahead of its record's Kafka timestamp
 * @param maxLateOrNull how far it may lie behind; null: no limit, so that history can be replayed
 * @param maxRecordsPerBatch how many records one batch takes at most, over all partitions
 * @param ranges how many tasks read a batch; 0: as many as the engine has cores
 * @param trigger the least time between the starts of two batches; zero: one after another
 * @param partitions how many parts the shelves' state has; 0: as many as the engine has cores
 * @param checkpointOrNull directory or URI that the engine keeps the running job's state in; null: a temporary local
 *     directory
 * @param storesOrNull path of a CSV file with places of stores; null: none
 */
public record StockSettings(
        long threshold,
        List<ThresholdOverride> thresholds,
        double clearFactor,
        ForecastSettings forecast,
        RedirectSettings redirect,
        String separator,
        Duration maxAhead,
        Duration maxLateOrNull,
        long maxRecordsPerBatch,
        int ranges,
        Duration trigger,
        int partitions,
        String checkpointOrNull,
        String storesOrNull)
        implements Serializable {

    public StockSettings {
        thresholds = List.copyOf(thresholds);
    }

    public Optional<Duration> maxLate() {
        return Optional.ofNullable(maxLateOrNull);
    }

    public Optional<String> checkpoint() {
        return Optional.ofNullable(checkpointOrNull);
    }

    public Optional<Path> stores() {
        return Optional.ofNullable(storesOrNull).map(Path::of);
    }

    @Override
    public String toString() {
        return "stock threshold " + threshold; // never the checkpoint's URI: it may hold a password
    }
}
