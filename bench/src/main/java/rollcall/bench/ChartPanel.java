package rollcall.bench;

import java.util.List;
import java.util.Locale;

/** A line chart over evenly spaced columns, as a piece of SVG. */
final class ChartPanel {

    private static final int WIDTH = 370;
    private static final int TOP = 90;
    private static final int BOTTOM = 340;
    private static final int STEPS = 5;
    private static final String INK = "#333";
    private static final String GRID = "#c8c8c8";

    private final StringBuilder svg = new StringBuilder();
    private final int left;
    private final double most;
    private final int columns;

    /**
     * @param left where it begins, in pixels
     * @param most the value at its top
     */
    ChartPanel(int left, String title, String unit, double most, List<String> names) {
        this.left = left;
        this.most = most;
        this.columns = names.size();
        text(left, TOP - 22, "start", title, "font-weight=\"bold\"");
        for (int step = 0; step <= STEPS; step++) {
            double value = most * step / STEPS;
            stroke(y(value), GRID, "");
            text(left - 8, y(value) + 4, "end", Math.round(value) + unit, "");
        }
        for (int column = 0; column < columns; column++) {
            text(x(column), BOTTOM + 20, "middle", names.get(column), "");
        }
        text(left + WIDTH / 2.0, BOTTOM + 42, "middle", "units an hour", "");
    }

    /** A value above all of these that its steps divide into whole numbers. */
    static double roundUp(double value) {
        return Math.max(1, Math.ceil(value / STEPS)) * STEPS;
    }

    /** Marks a value across the panel. */
    void rule(double value, String name) {
        stroke(y(value), INK, " stroke-dasharray=\"5 4\"");
        text(left + WIDTH, y(value) + 16, "end", name, "");
    }

    /** Joins the values of all columns. */
    void line(String colour, double[] values) {
        StringBuilder points = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            points.append(format("%.1f,%.1f ", x(column), y(values[column])));
            dots.append(format(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>\n", x(column), y(values[column]), colour));
        }
        svg.append(format(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\"/>\n",
                points.toString().strip(), colour));
        svg.append(dots);
    }

    @Override
    public String toString() {
        return svg.toString();
    }

    private double x(int column) {
        return left + WIDTH * (column + 0.5) / columns;
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * value / most;
    }

    private void stroke(double y, String colour, String dashes) {
        svg.append(format(
                "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>\n",
                left, left + WIDTH, y, y, colour, dashes));
    }

    private void text(double x, double y, String anchor, String text, String style) {
        svg.append(format(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\" %s>%s</text>\n",
                x, y, anchor, INK, style, text));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
