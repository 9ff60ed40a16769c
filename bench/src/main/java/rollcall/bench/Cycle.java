package rollcall.bench;

import java.util.ArrayList;
import java.util.List;

/** A filling of a shelf, the alerts it led to, and what would become of it if no truck ever came. */
final class Cycle {

    private final List<Long> alerts = new ArrayList<>();
    private long left;

    /** @param units on the shelf at its beginning */
    Cycle(long units) {
        left = units;
    }

    void alert(long atMillis) {
        alerts.add(atMillis);
    }

    boolean isAnnounced() {
        return !alerts.isEmpty();
    }

    /** Takes in what customers want; returns whether the shelf would be empty now. */
    boolean want(long quantity) {
        left -= quantity;
        return left <= 0;
    }

    /** Whether a truck sent for at the first alert comes before the shelf would be empty. */
    boolean isInTime(long emptyAtMillis, long restockMillis) {
        return alerts.get(0) + restockMillis <= emptyAtMillis;
    }

    /** How many alerts came when the shelf would have lasted for two restock times of opening hours and more. */
    long falseAlarms(long emptyAtMillis, long restockMillis, DayShape shape) {
        return alerts.stream()
                .filter(at -> shape.openMillis(at, emptyAtMillis) > 2 * restockMillis)
                .count();
    }
}
