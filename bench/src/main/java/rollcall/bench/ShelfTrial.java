package rollcall.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import rollcall.bench.Purchases.Purchase;
import rollcall.stock.StockRules;

/**
 * A shelf whose truck is sent for by alerts alone: it comes the restock time after an alert, and again after that while
 * the alert stays open, at any hour, and fills the shelf up to what lasts 9 to 15 hours, for else every filling of a shelf
 * would end at the same time of day. Its tickets tell the level at purchases and when the truck
 * was there. Customers who find too little take what there is.
 */
final class ShelfTrial {

    /** A Monday at midnight, in epoch milliseconds. */
    private static final long START = 1_514_764_800_000L;

    private static final long WEEK = 7 * 24 * 3_600_000L;
    private static final double LEAST_HOURS = 9;
    private static final double MOST_HOURS = 15;
    private static final long LEAST_FULL = 60;

    private final DayShape shape;
    private final Purchases purchases;
    private final WatchedShelf watched;
    private final long restockMillis;
    private final double unitsPerHour;
    private final SplittableRandom loads;
    private final List<Cycle> cycles = new ArrayList<>();

    private Cycle cycle;
    private long level;
    private long levelAt = START;
    private long truckAt = Long.MAX_VALUE;

    private long announced;
    private long inTime;
    private long falseAlarms;
    private long stockOuts;
    private long wanted;
    private long lost;
    private long unitMillis;

    private ShelfTrial(StockRules rules, long restockMillis, DayShape shape, double unitsPerHour, long seed) {
        this.shape = shape;
        this.purchases = new Purchases(shape, unitsPerHour, START, seed);
        this.watched = new WatchedShelf(rules);
        this.restockMillis = restockMillis;
        this.unitsPerHour = unitsPerHour;
        this.loads = new SplittableRandom(~seed);
    }

    /** @param unitsPerHour that customers want on average, while the store is open */
    static Outcome run(
            StockRules rules, long restockMillis, DayShape shape, double unitsPerHour, long seed, int weeks) {
        return new ShelfTrial(rules, restockMillis, shape, unitsPerHour, seed).run(START + weeks * WEEK);
    }

    private Outcome run(long end) {
        fill(START);
        Purchase next = purchases.next();
        for (; next.atMillis() < end; next = purchases.next()) {
            while (truckAt <= next.atMillis()) {
                fill(truckAt);
            }
            sell(next);
            want(next);
        }
        move(end);
        // Of a filling that lasts beyond the end nobody knows yet whether it will be announced.
        cycles.removeIf(begun -> !begun.isAnnounced());
        for (; !cycles.isEmpty(); next = purchases.next()) {
            want(next);
        }
        return new Outcome(end - START, announced, inTime, falseAlarms, stockOuts, wanted, lost, unitMillis);
    }

    private void fill(long atMillis) {
        move(atMillis);
        double hours = LEAST_HOURS + (MOST_HOURS - LEAST_HOURS) * loads.nextDouble();
        level = Math.max(LEAST_FULL, Math.round(hours * unitsPerHour));
        cycle = new Cycle(level);
        cycles.add(cycle);
        tell(atMillis, 0);
        truckAt = watched.isAlert() ? atMillis + restockMillis : Long.MAX_VALUE;
    }

    private void sell(Purchase purchase) {
        move(purchase.atMillis());
        long sold = Math.min(level, purchase.quantity());
        wanted += purchase.quantity();
        lost += purchase.quantity() - sold;
        if (sold > 0) {
            level -= sold;
            stockOuts += level == 0 ? 1 : 0;
            tell(purchase.atMillis(), sold);
        }
    }

    private void tell(long atMillis, long sold) {
        if (watched.tell(atMillis, level, sold)) {
            cycle.alert(atMillis);
            truckAt = Math.min(truckAt, atMillis + restockMillis);
        }
    }

    /** What customers want goes on in fillings that a truck has come upon, too. */
    private void want(Purchase purchase) {
        cycles.removeIf(begun -> {
            boolean isEmpty = begun.want(purchase.quantity());
            if (isEmpty && begun.isAnnounced()) {
                judge(begun, purchase.atMillis());
            }
            return isEmpty;
        });
    }

    private void judge(Cycle ended, long emptyAtMillis) {
        announced++;
        inTime += ended.isInTime(emptyAtMillis, restockMillis) ? 1 : 0;
        falseAlarms += ended.falseAlarms(emptyAtMillis, restockMillis, shape);
    }

    private void move(long atMillis) {
        unitMillis += level * (atMillis - levelAt);
        levelAt = atMillis;
    }
}
