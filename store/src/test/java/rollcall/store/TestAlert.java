package rollcall.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import rollcall.geo.Place;
import rollcall.stock.Alert;
import rollcall.stock.AlertKind;
import rollcall.stock.Assessment;
import rollcall.stock.Redirect;

/** Builds an alert of a shelf in Austin that is low. */
final class TestAlert {

    static final Place AUSTIN = new Place("Austin", "TX");
    static final Instant RAISED = Instant.parse("2018-01-01T04:00:00Z");

    private final String product;
    private final Map<AlertKind, Long> since = new EnumMap<>(AlertKind.class);
    private final List<Redirect> redirects = new ArrayList<>();
    private Place store = AUSTIN;
    private long raisedAt = RAISED.toEpochMilli();
    private long revision = 1;
    private AlertKind latestKind = AlertKind.LOW;
    private long level = 12;
    private Long resolvedAt;

    TestAlert(String product) {
        this.product = product;
    }

    TestAlert in(Place place) {
        store = place;
        return this;
    }

    TestAlert raisedAfter(long seconds) {
        raisedAt = RAISED.plusSeconds(seconds).toEpochMilli();
        return this;
    }

    TestAlert revision(long number) {
        revision = number;
        return this;
    }

    TestAlert level(long units) {
        level = units;
        return this;
    }

    TestAlert worsened(AlertKind kind, long secondsLater) {
        latestKind = kind;
        since.put(kind, raisedAt + 1000 * secondsLater);
        return this;
    }

    TestAlert redirect(Redirect redirect) {
        redirects.add(redirect);
        return this;
    }

    TestAlert resolvedAfter(long seconds) {
        resolvedAt = raisedAt + 1000 * seconds;
        latestKind = null;
        level = 200;
        return this;
    }

    Alert alert() {
        since.put(AlertKind.LOW, raisedAt);
        return new Alert(
                store,
                product,
                1,
                revision,
                new Assessment(raisedAt, AlertKind.LOW, 15, 20, 33.5, 50.25, 18.5),
                new Assessment(raisedAt + 1000, latestKind, level, 20, 33.5, 50.25, 18.5),
                since,
                redirects,
                resolvedAt,
                new Alert.Position(2, 1_000_000_007L));
    }
}
