package rollcall.server.stock;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import rollcall.stock.Acknowledgement;
import rollcall.stock.Alert;
import rollcall.stock.AlertKind;
import rollcall.stock.Assessment;
import rollcall.store.StoredAlert;

/**
 * An alert as it is told to the outside.
 *
 * @param number grows with each new alert
 * @param kind the worst of the episode
 * @param level units left, as of the newest reading that changed the alert; so are the figures after it
 * @param minutesLeft null if nothing is sold
 * @param since when each kind was reached, from the mildest to the worst
 * @param redirects who can help, nearest first
 * @param redirect the first of them; null if there is none
 * @param resolvedAt null while the episode goes on
 * @param acknowledgedAt null if nobody has seen to it
 */
public record AlertView(
        String id,
        long number,
        String city,
        String state,
        String product,
        long episode,
        String kind,
        String status,
        long level,
        long threshold,
        double reorderPoint,
        double clearLevel,
        double demandPerHour,
        Double minutesLeft,
        Instant raisedAt,
        Reading raised,
        Map<String, Instant> since,
        List<Donor> redirects,
        Donor redirect,
        Instant resolvedAt,
        String comment,
        Instant acknowledgedAt,
        Instant updatedAt) {

    /** What the rules said at a reading. */
    public record Reading(
            Instant at,
            String kind,
            long level,
            long threshold,
            double reorderPoint,
            double clearLevel,
            double demandPerHour,
            Double minutesLeft) {

        static Reading of(Assessment assessment) {
            return new Reading(
                    Instant.ofEpochMilli(assessment.atMillis()),
                    assessment.kind() == null ? null : assessment.kind().text(),
                    assessment.level(),
                    assessment.threshold(),
                    assessment.reorderPoint(),
                    assessment.clearLevel(),
                    assessment.demandPerHour(),
                    orNull(assessment.minutesLeft()));
        }
    }

    /** A store that can give units, so many kilometres away. */
    public record Donor(String city, String state, long quantity, double km) {}

    public static AlertView of(StoredAlert stored) {
        Alert alert = stored.alert();
        Assessment latest = alert.latest();
        List<Donor> donors = alert.redirects().stream()
                .map(each -> new Donor(each.donor().city(), each.donor().state(), each.quantity(), each.km()))
                .toList();
        return new AlertView(
                stored.id(),
                stored.number(),
                alert.store().city(),
                alert.store().state(),
                alert.product(),
                alert.episode(),
                alert.kind().text(),
                stored.state().text(),
                latest.level(),
                latest.threshold(),
                latest.reorderPoint(),
                latest.clearLevel(),
                latest.demandPerHour(),
                orNull(latest.minutesLeft()),
                stored.raisedAt(),
                Reading.of(alert.raised()),
                since(alert),
                donors,
                donors.isEmpty() ? null : donors.get(0),
                alert.resolvedAtMillisOrNull() == null ? null : Instant.ofEpochMilli(alert.resolvedAtMillisOrNull()),
                stored.acknowledgement().map(Acknowledgement::comment).orElse(null),
                stored.acknowledgement().map(Acknowledgement::at).orElse(null),
                stored.updatedAt());
    }

    private static Map<String, Instant> since(Alert alert) {
        Map<String, Instant> since = new LinkedHashMap<>();
        for (AlertKind kind : AlertKind.values()) {
            if (alert.since().containsKey(kind)) {
                since.put(kind.text(), Instant.ofEpochMilli(alert.since().get(kind)));
            }
        }
        return since;
    }

    private static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
