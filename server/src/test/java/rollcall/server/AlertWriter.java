package rollcall.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rollcall.geo.Place;
import rollcall.stock.Alert;
import rollcall.stock.AlertKind;
import rollcall.stock.Assessment;
import rollcall.stock.Redirect;
import rollcall.store.Alerts;

/** Writes alerts into a database the way a job does. Every call writes a newer revision of the shelf's alert. */
public final class AlertWriter {

    public static final Instant RAISED = Instant.parse("2018-01-01T04:00:00Z");

    private static final double DEMAND = 18.5;

    private final Alerts alerts;
    private final Map<String, Alert> written = new HashMap<>();

    AlertWriter(Alerts alerts) {
        this.alerts = alerts;
    }

    /** A shelf in Texas that is low with 12 units, raised at {@link #RAISED}; returns the alert's id. */
    public String low(String city, String product) {
        return low(city, product, RAISED);
    }

    public String low(String city, String product, Instant raisedAt) {
        return raise(city, product, AlertKind.LOW, 12, raisedAt);
    }

    /** As many shelves of one store at once. */
    public void low(String city, int shelves) {
        alerts.write(IntStream.range(0, shelves)
                .mapToObj(shelf -> alert(city, String.valueOf(shelf), AlertKind.LOW, 12, RAISED))
                .toList());
    }

    /** A shelf in each of so many cities at once: {@code City 0} and so on. */
    public void lowInManyCities(int cities) {
        alerts.write(IntStream.range(0, cities)
                .mapToObj(city -> alert("City " + city, "3", AlertKind.LOW, 12, RAISED))
                .toList());
    }

    public String raise(String city, String product, AlertKind kind, long level, Instant raisedAt) {
        return write(alert(city, product, kind, level, raisedAt));
    }

    private static Alert alert(String city, String product, AlertKind kind, long level, Instant raisedAt) {
        Assessment raised = new Assessment(raisedAt.toEpochMilli(), kind, level, 20, 33.5, 50.25, DEMAND);
        return new Alert(
                new Place(city, "TX"),
                product,
                1,
                1,
                raised,
                raised,
                Map.of(kind, raised.atMillis()),
                List.of(),
                null,
                new Alert.Position(0, 17));
    }

    /** Sells all that is left of a shelf whose alert was raised, a minute later. */
    public void sellOut(String id) {
        Alert before = written.get(id);
        Assessment latest = reading(before, AlertKind.OUT_OF_STOCK, 0, Duration.ofMinutes(1));
        Map<AlertKind, Long> since = new EnumMap<>(before.since());
        since.put(AlertKind.OUT_OF_STOCK, latest.atMillis());
        write(change(before, latest, since, before.redirects(), null));
    }

    /** Finds a further donor for a shelf whose alert was raised. */
    public void redirect(String id, String donorCity, long quantity, double km) {
        Alert before = written.get(id);
        List<Redirect> redirects = new ArrayList<>(before.redirects());
        redirects.add(new Redirect(before.store(), new Place(donorCity, "TX"), quantity, km));
        write(change(before, before.latest(), before.since(), redirects, null));
    }

    /** Fills a shelf whose alert was raised, a minute later. */
    public void resolve(String id) {
        resolve(id, Duration.ofMinutes(1));
    }

    /** Fills a shelf whose alert was raised, so long after the last reading. */
    public void resolve(String id, Duration later) {
        Alert before = written.get(id);
        Assessment latest = reading(before, null, 200, later);
        write(change(before, latest, before.since(), List.of(), latest.atMillis()));
    }

    private String write(Alert alert) {
        alerts.write(List.of(alert));
        written.put(alert.id(), alert);
        return alert.id();
    }

    private static Assessment reading(Alert before, AlertKind kind, long level, Duration later) {
        return new Assessment(before.latest().atMillis() + later.toMillis(), kind, level, 20, 33.5, 50.25, DEMAND);
    }

    private static Alert change(
            Alert before, Assessment latest, Map<AlertKind, Long> since, List<Redirect> redirects, Long resolvedAt) {
        return new Alert(
                before.store(),
                before.product(),
                before.episode(),
                before.revision() + 1,
                before.raised(),
                latest,
                since,
                redirects,
                resolvedAt,
                before.position());
    }
}
