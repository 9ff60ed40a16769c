package rollcall.bench;

import java.util.List;
import rollcall.stock.StockRules;

/**
 * Two rules on the same customers.
 *
 * @param unitsPerHour that customers want of a shelf on average, while the store is open
 */
record Comparison(int unitsPerHour, Outcome before, Outcome after) {

    static List<Comparison> of(
            ForecastTrials trials, StockRules before, StockRules after, DayShape shape, List<Integer> rates) {
        return rates.stream()
                .map(rate -> new Comparison(rate, trials.run(before, shape, rate), trials.run(after, shape, rate)))
                .toList();
    }
}
