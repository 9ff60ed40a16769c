package rollcall.store;

import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.bson.Document;
import rollcall.geo.Place;
import rollcall.stock.Acknowledged;
import rollcall.stock.Acknowledgement;
import rollcall.stock.Alert;
import rollcall.stock.AlertKind;
import rollcall.stock.AlertState;
import rollcall.stock.Assessment;
import rollcall.stock.Open;
import rollcall.stock.Redirect;
import rollcall.stock.Resolved;

/** Alerts as documents. */
final class AlertFormat {

    private AlertFormat() {}

    /** The fields that follow from the tickets; who has seen to the alert is in others. */
    static Document write(Alert alert) {
        Document since = new Document();
        alert.since().forEach((kind, millis) -> since.append(kind.text(), new Date(millis)));
        return new Document("city", alert.store().city())
                .append("state", alert.store().state())
                .append("product", alert.product())
                .append("episode", alert.episode())
                .append("kind", alert.kind().text())
                .append("revision", alert.revision())
                .append("raised", write(alert.raised()))
                .append("latest", write(alert.latest()))
                .append("since", since)
                .append(
                        "redirects",
                        alert.redirects().stream().map(AlertFormat::write).toList())
                .append("raisedAt", new Date(alert.raised().atMillis()))
                .append("resolvedAt", date(alert.resolvedAtMillisOrNull()))
                .append("partition", alert.position().partition())
                .append("offset", alert.position().offset());
    }

    static StoredAlert read(Document document) {
        Place store = place(document);
        Date resolvedAt = document.getDate("resolvedAt");
        Alert alert = new Alert(
                store,
                document.getString("product"),
                number(document, "episode").longValue(),
                number(document, "revision").longValue(),
                assessment(document.get("raised", Document.class)),
                assessment(document.get("latest", Document.class)),
                since(document.get("since", Document.class)),
                document.getList("redirects", Document.class).stream()
                        .map(redirect -> redirect(store, redirect))
                        .toList(),
                resolvedAt == null ? null : resolvedAt.getTime(),
                new Alert.Position(
                        number(document, "partition").intValue(),
                        number(document, "offset").longValue()));
        return new StoredAlert(
                alert,
                state(document),
                number(document, "number").longValue(),
                document.getDate("updatedAt").toInstant());
    }

    static Place place(Document document) {
        return new Place(document.getString("city"), document.getString("state"));
    }

    private static AlertState state(Document document) {
        Date at = document.getDate("acknowledgedAt");
        Acknowledgement by = at == null
                ? null
                : new Acknowledgement(document.getString("comment"), Instant.ofEpochMilli(at.getTime()));
        String status = document.getString("status");
        return switch (status) {
            case Open.TEXT -> new Open();
            case Acknowledged.TEXT -> new Acknowledged(by);
            case Resolved.TEXT -> new Resolved(by);
            default ->
                throw new IllegalStateException(
                        "The alert " + document.getString("_id") + " has a status that is unknown: " + status);
        };
    }

    private static Document write(Assessment assessment) {
        OptionalDouble minutesLeft = assessment.minutesLeft();
        return new Document("at", new Date(assessment.atMillis()))
                .append(
                        "kind",
                        assessment.kind() == null ? null : assessment.kind().text())
                .append("level", assessment.level())
                .append("threshold", assessment.threshold())
                .append("reorderPoint", assessment.reorderPoint())
                .append("clearLevel", assessment.clearLevel())
                .append("demandPerHour", assessment.demandPerHour())
                .append("minutesLeft", minutesLeft.isPresent() ? minutesLeft.getAsDouble() : null);
    }

    private static Assessment assessment(Document document) {
        String kind = document.getString("kind");
        return new Assessment(
                document.getDate("at").getTime(),
                kind == null ? null : AlertKind.of(kind),
                number(document, "level").longValue(),
                number(document, "threshold").longValue(),
                number(document, "reorderPoint").doubleValue(),
                number(document, "clearLevel").doubleValue(),
                number(document, "demandPerHour").doubleValue());
    }

    private static Map<AlertKind, Long> since(Document document) {
        Map<AlertKind, Long> since = new EnumMap<>(AlertKind.class);
        document.forEach((kind, moment) -> since.put(AlertKind.of(kind), ((Date) moment).getTime()));
        return since;
    }

    private static Document write(Redirect redirect) {
        return new Document("city", redirect.donor().city())
                .append("state", redirect.donor().state())
                .append("quantity", redirect.quantity())
                .append("km", redirect.km());
    }

    private static Redirect redirect(Place needy, Document document) {
        return new Redirect(
                needy,
                place(document),
                number(document, "quantity").longValue(),
                number(document, "km").doubleValue());
    }

    private static Date date(Long millisOrNull) {
        return millisOrNull == null ? null : new Date(millisOrNull);
    }

    private static Number number(Document document, String field) {
        return document.get(field, Number.class);
    }
}
