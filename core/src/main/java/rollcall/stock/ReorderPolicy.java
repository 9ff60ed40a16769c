package rollcall.stock;

import java.io.Serializable;

/**
 * When to reorder under Poisson demand, if the level is watched all the time: at what is bought on average until the
 * restock, plus a safety stock for when it is more (Silver, Pyke, Thomas, "Inventory and Production Management in Supply
 * Chains", 2017, section 6.7).
 *
 * @param restockHours how long a restock takes, in hours
 * @param safetyFactor how many standard deviations of demand the safety stock covers
 */
public record ReorderPolicy(double restockHours, double safetyFactor) implements Serializable {

    /** @param serviceLevel probability, from 0.5 to less than 1, that a restock comes before the shelf is empty */
    public static ReorderPolicy of(double restockHours, double serviceLevel) {
        return new ReorderPolicy(restockHours, NormalQuantile.of(serviceLevel));
    }

    /** The level at which to reorder, in units. */
    double reorderPoint(double demandPerHour) {
        double untilRestock = demandPerHour * restockHours;
        return untilRestock + safetyFactor * Math.sqrt(untilRestock);
    }
}
