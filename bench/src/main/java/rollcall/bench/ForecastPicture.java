package rollcall.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Outcomes by rate as an SVG picture with a background of its own, readable on light and dark pages. */
final class ForecastPicture {

    private static final String BEFORE = "#c2410c";
    private static final String AFTER = "#1d4ed8";

    private static final String FRAME = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 400" role="img" font-family="sans-serif" font-size="13">
            <title>Stock-outs announced in time, and false alarms, by demand: threshold alone and with the forecast</title>
            <rect width="900" height="400" rx="8" fill="#f5f5f5"/>
            %s</svg>
            """;

    private ForecastPicture() {}

    /** @param serviceLevel that was asked for */
    static String of(List<Comparison> comparisons, double serviceLevel) {
        List<String> rates = comparisons.stream()
                .map(both -> Integer.toString(both.unitsPerHour()))
                .toList();
        ToDoubleFunction<Outcome> inTime = outcome -> 100 * outcome.inTimeShare();
        ChartPanel announced = new ChartPanel(60, "Announced in time", " %", 100, rates);
        announced.rule(100 * serviceLevel, "asked for");
        addLines(announced, comparisons, inTime);

        double most = comparisons.stream()
                .mapToDouble(both -> Math.max(
                        both.before().falseAlarmsPerWeek(), both.after().falseAlarmsPerWeek()))
                .max()
                .orElse(0);
        ChartPanel falseAlarms =
                new ChartPanel(500, "False alarms of a shelf in a week", "", ChartPanel.roundUp(most), rates);
        addLines(falseAlarms, comparisons, Outcome::falseAlarmsPerWeek);
        return FRAME.formatted(legend(60, BEFORE, "threshold alone")
                + legend(220, AFTER, "with the forecast")
                + announced
                + falseAlarms);
    }

    private static void addLines(ChartPanel panel, List<Comparison> comparisons, ToDoubleFunction<Outcome> measure) {
        panel.line(
                BEFORE,
                comparisons.stream()
                        .map(Comparison::before)
                        .mapToDouble(measure)
                        .toArray());
        panel.line(
                AFTER,
                comparisons.stream().map(Comparison::after).mapToDouble(measure).toArray());
    }

    private static String legend(int x, String colour, String name) {
        return "<circle cx=\"" + x + "\" cy=\"26\" r=\"5\" fill=\"" + colour + "\"/>\n<text x=\"" + (x + 12)
                + "\" y=\"30\" fill=\"#333\">" + name + "</text>\n";
    }
}
