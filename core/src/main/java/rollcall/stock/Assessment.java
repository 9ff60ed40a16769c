package rollcall.stock;

import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * What the rules say of a shelf at a reading.
 *
 * @param atMillis event time of the reading, in epoch milliseconds
 * @param kind the worst rule that fires; null if none does
 * @param level units left
 * @param threshold the level at or below which the shelf is low, in units
 * @param reorderPoint the level at or below which it runs low, in units; 0 while demand is not known well enough
 * @param clearLevel the level above which an episode ends, in units
 * @param demandPerHour units an hour
 */
public record Assessment(
        long atMillis,
        AlertKind kind,
        long level,
        long threshold,
        double reorderPoint,
        double clearLevel,
        double demandPerHour)
        implements Serializable {

    /** How long the level lasts at this demand, in minutes; empty if there is no demand. */
    public OptionalDouble minutesLeft() {
        return level == 0
                ? OptionalDouble.of(0)
                : demandPerHour > 0 ? OptionalDouble.of(60 * level / demandPerHour) : OptionalDouble.empty();
    }

    /** Whether an episode ends at this reading. */
    public boolean isClear() {
        return level > clearLevel;
    }

    /** How many units would bring the shelf to its clear level; 0 if it is there. */
    public long missing() {
        return Math.max(0, (long) Math.ceil(clearLevel) - level);
    }

    /** How many units the shelf can give and stay above its clear level. */
    public long spare() {
        return Math.max(0, level - (long) Math.floor(clearLevel) - 1);
    }
}
