package rollcall.server.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import rollcall.stock.TicketRejection;
import rollcall.stock.TicketScanner;

/**
 * Stores' purchase tickets.
 *
 * @param topic where they go
 * @param maxAhead how far ahead of now their event times may lie
 * @param maxLate how far behind; empty: no limit
 */
public record TicketKind(String topic, Duration maxAhead, Optional<Duration> maxLate) implements Kind {

    @Override
    public String noun() {
        return "ticket";
    }

    /**
     * A store's tickets must stay in one partition, for there they stay in order: of several with the same event time the
     * one with the highest offset tells the level.
     */
    @Override
    public List<String> keyMembers() {
        return List.of("City", "State");
    }

    @Override
    public String example() {
        return "{\"City\": \"Austin\", \"State\": \"TX\", \"Cart\": {\"0\": 2}, \"Inventory\": {\"0\": 9998}}";
    }

    @Override
    public String whenSentAgain() {
        return "may count what was bought twice";
    }

    @Override
    public Judge judge() {
        TicketScanner scanner = new TicketScanner(
                maxAhead.toMillis(), maxLate.map(Duration::toMillis).orElse(Long.MAX_VALUE));
        return (value, nowMillis) -> Optional.ofNullable(scanner.scan(value, 0, value.length, nowMillis))
                .map(rejection -> new Flaw(rejection.reason(), explain(rejection)));
    }

    private static String explain(TicketRejection rejection) {
        return switch (rejection) {
            case JSON -> "it is not JSON that a ticket can be";
            case CITY -> "City must be a string of 1 to 256 bytes";
            case STATE -> "State must be a string of 1 to 256 bytes";
            case CART -> "Cart must be an object of products (1 to 256 bytes) and quantities (integers from 0 on)";
            case INVENTORY ->
                "Inventory must be an object of products (1 to 256 bytes) and levels (integers from 0 on),"
                        + " and may be missing only where there is a Cart";
            case TIMESTAMP ->
                "Timestamp, if there is one, must be epoch seconds, epoch milliseconds, or ISO-8601 with a zone";
            case FUTURE -> "its Timestamp is too far ahead of now";
            case EXPIRED -> "its Timestamp is too long ago";
        };
    }
}
