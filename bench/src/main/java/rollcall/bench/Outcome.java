package rollcall.bench;

/**
 * What became of shelves under a rule.
 *
 * @param shelfMillis time watched, in milliseconds, over all shelves
 * @param announced fillings that an alert was raised in, in time or not
 * @param inTime those of them whose first alert came at least the restock time before the shelf would have been empty
 * @param falseAlarms alerts of shelves that would have lasted twice the restock time and more, in opening hours
 * @param stockOuts how often a shelf was empty
 * @param wanted units that customers wanted
 * @param lost those of them that were not there
 * @param unitMillis units on the shelf, summed over every millisecond
 */
record Outcome(
        long shelfMillis,
        long announced,
        long inTime,
        long falseAlarms,
        long stockOuts,
        long wanted,
        long lost,
        long unitMillis) {

    static final Outcome NONE = new Outcome(0, 0, 0, 0, 0, 0, 0, 0);

    private static final double WEEK = 7 * 24 * 3_600_000.0;

    Outcome plus(Outcome other) {
        return new Outcome(
                shelfMillis + other.shelfMillis,
                announced + other.announced,
                inTime + other.inTime,
                falseAlarms + other.falseAlarms,
                stockOuts + other.stockOuts,
                wanted + other.wanted,
                lost + other.lost,
                unitMillis + other.unitMillis);
    }

    double inTimeShare() {
        return (double) inTime / announced;
    }

    double falseAlarmsPerWeek() {
        return falseAlarms * WEEK / shelfMillis;
    }

    double stockOutsPerWeek() {
        return stockOuts * WEEK / shelfMillis;
    }

    double lostShare() {
        return (double) lost / wanted;
    }

    double averageStock() {
        return (double) unitMillis / shelfMillis;
    }
}
