package rollcall.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rollcall.stock.AlertState;
import rollcall.store.AlertCounts;
import rollcall.store.Alerts;
import rollcall.store.StoredAlert;

/**
 * Tells which alerts are new or have changed. An alert's time of change is its writer's clock, and it is visible some
 * time after; so each look goes back a while, and passes over what was told already. Mostly that is a short while; now
 * and then it is as long as clocks may differ.
 */
final class AlertWatch {

    private static final Duration SHORT = Duration.ofSeconds(15);

    /** How far a writer's clock may be behind ours. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final int LOOKS_PER_LONG_ONE = 8;

    /** A database without an index on the time of change reads all alerts; rest this many times as long as it took. */
    private static final int REST = 3;

    /**
     * What a look has found.
     *
     * @param alerts those that are new or have changed, by number
     * @param counts how many are not resolved now
     * @param places where that is not as it was when alerts had last changed
     */
    record Change(List<StoredAlert> alerts, AlertCounts counts, List<PlaceChange> places) {}

    /** What people can see of an alert changes with one of these. */
    private record Told(long revision, AlertState state, Instant updatedAt) {

        boolean is(StoredAlert alert) {
            return revision == alert.alert().revision() && state.equals(alert.state());
        }
    }

    private final Alerts alerts;
    private final PlaceWatch places;
    private final Map<String, Told> told = new HashMap<>();
    private Instant lastLook = Instant.MAX;
    private Instant notBefore = Instant.MIN;
    private long looks;

    AlertWatch(Alerts alerts) {
        this.alerts = alerts;
        this.places = new PlaceWatch(alerts);
    }

    /** What has changed since the last call; nothing the first time. */
    Optional<Change> changed(Instant now) {
        if (now.isAfter(lastLook) && now.isBefore(notBefore)) { // our clock may be set back meanwhile
            return Optional.empty();
        }
        lastLook = now;
        long begun = System.nanoTime();
        Optional<Change> change = look(now);
        notBefore = now.plusNanos(REST * (System.nanoTime() - begun));
        return change;
    }

    private Optional<Change> look(Instant now) {
        boolean first = looks == 0;
        boolean lookFarBack = looks++ % LOOKS_PER_LONG_ONE == 0;
        List<StoredAlert> changed = read(now.minus(lookFarBack ? LONG : SHORT));
        if (lookFarBack) {
            told.values().removeIf(each -> each.updatedAt().isBefore(now.minus(LONG)));
        }
        if (first) {
            places.changed();
            return Optional.empty();
        }
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Change(changed, alerts.counts(), places.changed()));
    }

    private List<StoredAlert> read(Instant since) {
        List<StoredAlert> changed = new ArrayList<>();
        for (StoredAlert alert : alerts.changedSince(since)) {
            Told before = told.get(alert.id());
            if (before == null || !before.is(alert)) {
                changed.add(alert);
            }
            told.put(alert.id(), new Told(alert.alert().revision(), alert.state(), alert.updatedAt()));
        }
        return changed;
    }
}
