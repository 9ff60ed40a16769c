package rollcall.stock;

import java.io.Serializable;

/**
 * When a shelf is low, when it is clear again, and how long promises last.
 *
 * @param clearFactor an episode ends above this times the larger of threshold and reorder point; at least 1
 * @param halfLifeMillis after which a purchase counts half for demand
 * @param reorder when to reorder; null if running low is no reason for an alert
 * @param keepMillis how long a donor's promise lasts, in milliseconds of event time
 */
public record StockRules(
        Thresholds thresholds, double clearFactor, double halfLifeMillis, ReorderPolicy reorder, long keepMillis)
        implements Serializable {

    /** What the rules say of a level. */
    Assessment assess(long millis, long level, long threshold, Demand demand) {
        double perHour = demand.perHour(halfLifeMillis);
        double reorderPoint = reorder != null && demand.isKnown(halfLifeMillis) ? reorder.reorderPoint(perHour) : 0;
        AlertKind kind = level == 0
                ? AlertKind.OUT_OF_STOCK
                : level <= threshold ? AlertKind.LOW : level <= reorderPoint ? AlertKind.RUNNING_LOW : null;
        double clearLevel = clearFactor * Math.max(threshold, reorderPoint);
        return new Assessment(millis, kind, level, threshold, reorderPoint, clearLevel, perHour);
    }
}
