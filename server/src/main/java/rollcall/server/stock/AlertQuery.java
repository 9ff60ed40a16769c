package rollcall.server.stock;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import rollcall.server.http.Parameters;
import rollcall.stock.Acknowledged;
import rollcall.stock.AlertKind;
import rollcall.stock.Open;
import rollcall.stock.Resolved;
import rollcall.store.AlertFilter;

/**
 * Which alerts are asked for.
 *
 * @param before with a smaller number
 * @param total whether to tell how many there are on all pages
 */
record AlertQuery(AlertFilter filter, OptionalLong before, int limit, boolean total) {

    private static final List<String> STATES = List.of(Open.TEXT, Acknowledged.TEXT, Resolved.TEXT);
    private static final List<String> KINDS =
            Arrays.stream(AlertKind.values()).map(AlertKind::text).toList();
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,\\p{Cntrl}]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LONGEST_TEXT = 100;
    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 1000;

    static AlertQuery of(Parameters parameters) {
        AlertFilter filter = new AlertFilter(
                listed(parameters, "state", STATES, "state=open,acknowledged"),
                listed(parameters, "kind", KINDS, "kind=out-of-stock,low").stream()
                        .map(AlertKind::of)
                        .toList(),
                parameters.text("q").map(AlertQuery::words).orElse(List.of()),
                parameters.time("since"));
        return new AlertQuery(
                filter,
                parameters.cursor("before"),
                parameters.number("limit", USUAL_LIMIT, 1, MOST),
                parameters.flag("total"));
    }

    private static List<String> listed(Parameters parameters, String name, List<String> valid, String example) {
        List<String> values = parameters.text(name).stream()
                .flatMap(listed -> Arrays.stream(listed.split(",", -1)))
                .map(String::trim)
                .distinct()
                .toList();
        values.stream().filter(value -> !valid.contains(value)).findFirst().ifPresent(unknown -> {
            throw Parameters.bad(name, unknown, "is none of " + String.join(", ", valid), example);
        });
        return values;
    }

    private static List<String> words(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw Parameters.bad("q", text, "is longer than " + LONGEST_TEXT + " characters", "q=austin+oat-milk");
        }
        return BETWEEN_WORDS
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** The query of the page that follows one that ends with this number. */
    String next(long number) {
        StringBuilder query = new StringBuilder("?");
        add(query, "state", String.join(",", filter.states()));
        add(
                query,
                "kind",
                String.join(",", filter.kinds().stream().map(AlertKind::text).toList()));
        add(query, "q", String.join(" ", filter.words()));
        add(query, "since", filter.since().map(Object::toString).orElse(""));
        return query.append("limit=" + limit + "&before=" + number).toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&");
        }
    }
}
