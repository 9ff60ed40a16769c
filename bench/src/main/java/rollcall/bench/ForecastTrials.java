package rollcall.bench;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import rollcall.config.Settings;
import rollcall.config.StockSettings;
import rollcall.stock.ReorderPolicy;
import rollcall.stock.StockRules;
import rollcall.stock.Thresholds;
import rollcall.store.ConfiguredRules;

/**
 * Rules tried on the same customers: those of a shelf depend on its rate, the day and the seed only.
 *
 * @param weeks of event time
 * @param shelves of each rate
 */
record ForecastTrials(int weeks, int shelves, long seed) {

    private static final StockSettings DEFAULTS = Settings.defaults().stock();
    private static final StockRules FORECAST = ConfiguredRules.of(DEFAULTS);
    private static final double MINUTE = 60_000;
    private static final double HOUR = 60 * MINUTE;

    /** Alerts at the threshold and at the reorder point: as Rollcall comes. */
    static StockRules forecast() {
        return FORECAST;
    }

    /** Alerts at the threshold only. */
    static StockRules threshold() {
        return rules(FORECAST.thresholds(), FORECAST.halfLifeMillis(), null);
    }

    /** Alerts at the reorder point, and when nothing is left. */
    static StockRules forecastAlone() {
        return rules(Thresholds.of(0), FORECAST.halfLifeMillis(), FORECAST.reorder());
    }

    static StockRules forecast(double halfLifeMinutes, double serviceLevel) {
        ReorderPolicy reorder = ReorderPolicy.of(restockMillis() / HOUR, serviceLevel);
        return rules(FORECAST.thresholds(), halfLifeMinutes * MINUTE, reorder);
    }

    /** Expects the truck later than it comes. */
    static StockRules cautious(double restockMinutes) {
        ReorderPolicy reorder = ReorderPolicy.of(restockMinutes * MINUTE / HOUR, serviceLevel());
        return rules(FORECAST.thresholds(), FORECAST.halfLifeMillis(), reorder);
    }

    /** Alerts at what is bought on average in some time: a threshold of somebody who knows the demand. */
    static StockRules byHand(double minutes, int unitsPerHour) {
        Thresholds known = Thresholds.of(Math.round(unitsPerHour * minutes * MINUTE / HOUR));
        return rules(known, FORECAST.halfLifeMillis(), null);
    }

    static double serviceLevel() {
        return DEFAULTS.forecast().serviceLevel();
    }

    /** How long the truck takes, in milliseconds. */
    static long restockMillis() {
        return DEFAULTS.forecast().restockTime().toMillis();
    }

    /** All rates, with rules for each. */
    Outcome run(IntFunction<StockRules> rules, DayShape shape, List<Integer> rates) {
        return rates.stream().map(rate -> run(rules.apply(rate), shape, rate)).reduce(Outcome.NONE, Outcome::plus);
    }

    /** @param unitsPerHour that customers want of a shelf on average, while the store is open */
    Outcome run(StockRules rules, DayShape shape, int unitsPerHour) {
        return IntStream.range(0, shelves)
                .parallel()
                .mapToObj(shelf -> ShelfTrial.run(
                        rules, restockMillis(), shape, unitsPerHour, seed + 1_000L * unitsPerHour + shelf, weeks))
                .reduce(Outcome.NONE, Outcome::plus);
    }

    private static StockRules rules(Thresholds thresholds, double halfLifeMillis, ReorderPolicy reorder) {
        return new StockRules(thresholds, FORECAST.clearFactor(), halfLifeMillis, reorder, FORECAST.keepMillis());
    }
}
