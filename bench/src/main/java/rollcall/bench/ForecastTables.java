package rollcall.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import rollcall.stock.StockRules;

/** Outcomes as Markdown. */
final class ForecastTables {

    private static final List<Integer> HALF_LIVES = List.of(10, 30, 60, 120);
    private static final List<Double> SERVICE_LEVELS = List.of(0.9, 0.95, 0.99, 0.9995);
    private static final List<Integer> MINUTES = List.of(60, 75, 90, 120);

    private ForecastTables() {}

    /** Both rules in each cell: before → after. */
    static String comparison(List<Comparison> comparisons) {
        return header("units an hour", "announced in time", "false alarms", "stock-outs", "sales lost", "average stock")
                + comparisons.stream()
                        .map(both -> row(
                                Integer.toString(both.unitsPerHour()),
                                cell(both, "%.0f %%", outcome -> 100 * outcome.inTimeShare()),
                                cell(both, "%.1f", Outcome::falseAlarmsPerWeek),
                                cell(both, "%.1f", Outcome::stockOutsPerWeek),
                                cell(both, "%.1f %%", outcome -> 100 * outcome.lostShare()),
                                cell(both, "%.0f", Outcome::averageStock)))
                        .collect(Collectors.joining());
    }

    /** What other half-lives and service levels make of it. */
    static String sensitivity(ForecastTrials trials, DayShape shape, List<Integer> rates) {
        Function<Double, String> name = level -> "service level " + level;
        StringBuilder table = new StringBuilder(
                header("half-life", SERVICE_LEVELS.stream().map(name).toArray(String[]::new)));
        for (int minutes : HALF_LIVES) {
            table.append(row(
                    minutes + " min",
                    SERVICE_LEVELS.stream()
                            .map(level -> ForecastTrials.forecast(minutes, level))
                            .map(rules -> brief(trials.run(rate -> rules, shape, rates)))
                            .toArray(String[]::new)));
        }
        return table.toString();
    }

    /** What comes of telling the rule that the truck takes longer than it does, and of thresholds that last as long. */
    static String caution(ForecastTrials trials, DayShape shape, List<Integer> rates) {
        StringBuilder table = new StringBuilder(header("minutes", "restock time told", "threshold set by hand"));
        for (int minutes : MINUTES) {
            StockRules told = ForecastTrials.cautious(minutes);
            table.append(row(
                    Integer.toString(minutes),
                    brief(trials.run(rate -> told, shape, rates)),
                    brief(trials.run(rate -> ForecastTrials.byHand(minutes, rate), shape, rates))));
        }
        return table.toString();
    }

    private static String brief(Outcome outcome) {
        return text("%.0f %%", 100 * outcome.inTimeShare()) + ", " + text("%.1f", outcome.falseAlarmsPerWeek());
    }

    private static String cell(Comparison both, String format, ToDoubleFunction<Outcome> measure) {
        return text(format, measure.applyAsDouble(both.before()))
                + " → "
                + text(format, measure.applyAsDouble(both.after()));
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static String header(String first, String... others) {
        return row(first, others) + "|---" + "|---".repeat(others.length) + "|\n";
    }

    private static String row(String first, String... others) {
        return "| " + first + " | " + String.join(" | ", others) + " |\n";
    }
}
