package rollcall.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of {@code stock.thresholds}, as somebody wrote it.
 *
 * @param name product; city and state; or city, state and product, as fields of RFC 4180
 * @param text the threshold
 */
record ThresholdEntry(String name, String text) {

    static final String NAME_MUST = "must name a product, a store (\"City, State\") or a product in a store"
            + " (\"City, State, Product\"); a field with a comma in it is quoted";

    private static final Pattern FIELD = Pattern.compile("\\G\\s*(?:\"((?:[^\"]|\"\")*)\"|([^\",]*))\\s*(,|$)");

    /** @throws IllegalArgumentException on a name that {@link #NAME_MUST} rules out */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(name);
        boolean more = true;
        while (more && field.find()) {
            String quoted = field.group(1);
            fields.add((quoted == null ? field.group(2) : quoted.replace("\"\"", "\"")).strip());
            more = !field.group(3).isEmpty();
        }
        if (more || fields.size() > 3 || fields.contains("")) {
            throw new IllegalArgumentException(name);
        }
        return fields;
    }

    /** @throws IllegalArgumentException on an entry that is not valid */
    ThresholdOverride override() {
        List<String> fields = fields();
        long threshold = StockKeys.THRESHOLD.kind().parser().apply(text);
        return switch (fields.size()) {
            case 1 -> new ThresholdOverride(null, null, fields.get(0), threshold);
            case 2 -> new ThresholdOverride(fields.get(0), fields.get(1), null, threshold);
            default -> new ThresholdOverride(fields.get(0), fields.get(1), fields.get(2), threshold);
        };
    }
}
