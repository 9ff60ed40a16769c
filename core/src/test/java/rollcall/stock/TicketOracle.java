package rollcall.stock;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import rollcall.json.JsonOracle;
import rollcall.json.JsonOracle.Value;

/** What a record is: as plainly the contract of a ticket as can be. */
final class TicketOracle {

    /** What a ticket says of a product. */
    record Line(long level, long quantity) {}

    /** The answer: a reason, or a ticket's parts. */
    record Answer(
            TicketRejection rejection, String city, String state, long epochMilli, Map<String, Line> linesByProduct) {
        static Answer no(TicketRejection reason) {
            return new Answer(reason, "", "", 0, Map.of());
        }
    }

    private static final BigInteger LARGEST = BigInteger.TWO.pow(53).subtract(BigInteger.ONE);

    private final JsonOracle json = new JsonOracle();
    private final long maxAheadMillis;
    private final long maxLateMillis;

    TicketOracle(long maxAheadMillis, long maxLateMillis) {
        this.maxAheadMillis = maxAheadMillis;
        this.maxLateMillis = maxLateMillis;
    }

    Answer answer(byte[] record, long recordMillis) {
        Map<String, Value> members;
        try {
            members = json.members(record);
        } catch (IOException e) {
            return Answer.no(TicketRejection.JSON);
        }
        Value cart = members.get("Cart");
        Value inventory = members.get("Inventory");
        Value timestamp = members.get("Timestamp");
        if (!isName(members.get("City"))) {
            return Answer.no(TicketRejection.CITY);
        } else if (!isName(members.get("State"))) {
            return Answer.no(TicketRejection.STATE);
        } else if (cart != null && !hasAmounts(cart)) {
            return Answer.no(TicketRejection.CART);
        } else if (inventory != null && !hasAmounts(inventory) || inventory == null && cart == null) {
            return Answer.no(TicketRejection.INVENTORY);
        }
        Long millis = timestamp == null ? Long.valueOf(recordMillis) : timestamp.millis();
        if (millis == null) {
            return Answer.no(TicketRejection.TIMESTAMP);
        } else if (millis > recordMillis + maxAheadMillis) {
            return Answer.no(TicketRejection.FUTURE);
        } else if (millis < recordMillis - maxLateMillis) {
            return Answer.no(TicketRejection.EXPIRED);
        }
        return new Answer(
                null,
                members.get("City").wellFormedText(),
                members.get("State").wellFormedText(),
                millis,
                lines(amounts(cart), amounts(inventory)));
    }

    private static Map<String, Line> lines(Map<String, Value> quantities, Map<String, Value> levels) {
        Map<String, Line> lines = new HashMap<>();
        quantities.forEach((product, quantity) ->
                lines.put(product, new Line(-1, quantity.integer().longValueExact())));
        levels.forEach((product, level) -> {
            long quantity = lines.containsKey(product) ? lines.get(product).quantity() : 0;
            lines.put(product, new Line(level.integer().longValueExact(), quantity));
        });
        return lines;
    }

    private static Map<String, Value> amounts(Value value) {
        return value == null ? Map.of() : value.members();
    }

    private static boolean hasAmounts(Value value) {
        return value.isObject()
                && value.members().entrySet().stream()
                        .allMatch(entry -> isName(entry.getKey())
                                && isAmount(entry.getValue().integer()));
    }

    private static boolean isAmount(BigInteger integer) {
        return integer != null && integer.signum() >= 0 && integer.compareTo(LARGEST) <= 0;
    }

    private static boolean isName(Value value) {
        return value != null && value.isString() && isName(value.text());
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.getBytes(StandardCharsets.UTF_8).length <= 256;
    }
}
