package rollcall.server.stock;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import rollcall.server.http.Parameters;
import rollcall.stock.Acknowledged;
import rollcall.stock.Open;
import rollcall.stock.Resolved;

/**
 * Which alerts are asked for.
 *
 * @param states in any of these states; none: in any there is
 * @param since raised then or later
 * @param before with a smaller number
 */
record AlertQuery(List<String> states, Optional<Instant> since, OptionalLong before, int limit) {

    private static final List<String> STATES = List.of(Open.TEXT, Acknowledged.TEXT, Resolved.TEXT);
    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 1000;

    static AlertQuery of(Parameters parameters) {
        return new AlertQuery(
                parameters.text("state").map(AlertQuery::states).orElse(List.of()),
                parameters.time("since"),
                parameters.cursor("before"),
                parameters.number("limit", USUAL_LIMIT, 1, MOST));
    }

    private static List<String> states(String listed) {
        List<String> states = Arrays.stream(listed.split(",", -1))
                .map(String::trim)
                .distinct()
                .toList();
        states.stream().filter(state -> !STATES.contains(state)).findFirst().ifPresent(unknown -> {
            throw Parameters.bad(
                    "state", unknown, "is none of " + String.join(", ", STATES), "state=open,acknowledged");
        });
        return states;
    }

    /** The query of the page that follows one that ends with this number. */
    String next(long number) {
        String filters = (states.isEmpty() ? "" : "state=" + String.join(",", states) + "&")
                + since.map(moment -> "since=" + encode(moment.toString()) + "&")
                        .orElse("");
        return "?" + filters + "limit=" + limit + "&before=" + number;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
