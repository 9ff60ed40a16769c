package rollcall.server.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import rollcall.config.PresenceSettings;
import rollcall.presence.PingScanner;
import rollcall.presence.Rejection;

/**
 * Drivers' pings.
 *
 * @param topic where they go
 * @param settings how far from now their event times may lie
 */
public record PingKind(String topic, PresenceSettings settings) implements Kind {

    @Override
    public String noun() {
        return "ping";
    }

    /** A driver's pings stay in one partition. */
    @Override
    public List<String> keyMembers() {
        return List.of("driver_id");
    }

    @Override
    public String example() {
        return "{\"driver_id\": 81234, \"timestamp\": 1514779245, \"on_duty\": 1}";
    }

    @Override
    public String whenSentAgain() {
        return "counts no driver twice";
    }

    @Override
    public Judge judge() {
        long maxLateMillis = settings.maxLate().map(Duration::toMillis).orElse(Long.MAX_VALUE);
        PingScanner scanner = new PingScanner(settings.maxAhead().toMillis(), maxLateMillis);
        return (value, nowMillis) -> Optional.ofNullable(scanner.scan(value, 0, value.length, nowMillis))
                .map(rejection -> new Flaw(rejection.reason(), explain(rejection)));
    }

    private static String explain(Rejection rejection) {
        return switch (rejection) {
            case JSON -> "it is not JSON that a ping can be";
            case DRIVER_ID -> "driver_id must be an integer from 1 on, or a string that is not empty";
            case TIMESTAMP -> "timestamp must be epoch seconds, epoch milliseconds, or ISO-8601 with a zone";
            case ON_DUTY -> "on_duty must be 0, 1, false or true";
            case FUTURE -> "its timestamp is too far ahead of now";
            case EXPIRED -> "its timestamp is too long ago";
        };
    }
}
