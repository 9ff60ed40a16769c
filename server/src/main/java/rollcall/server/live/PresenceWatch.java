package rollcall.server.live;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rollcall.server.presence.ChangesReader;
import rollcall.server.presence.CorrectedMinute;
import rollcall.server.presence.Freshness;
import rollcall.server.presence.Point;
import rollcall.server.presence.RecentReader;
import rollcall.store.Database;
import rollcall.store.Frontier;
import rollcall.store.MinuteReport;

/** Tells what has changed about presence. */
final class PresenceWatch {

    private static final List<Integer> WINDOWS = List.of(1, 5, 15, 60);

    private final Database database;
    private final RecentReader recent;
    private final String topic;
    private final InstantSource clock;
    private final MinuteWatch minutes;
    private final ChangesWatch changes;
    private Frontier frontier;

    PresenceWatch(Database database, RecentReader recent, ChangesReader changes, String topic, InstantSource clock) {
        this.database = database;
        this.recent = recent;
        this.topic = topic;
        this.clock = clock;
        this.minutes = new MinuteWatch(database.reports(), clock.instant());
        this.changes = new ChangesWatch(changes, WINDOWS);
    }

    /** What has changed since the last call; nothing the first time. */
    Optional<PresenceEvent> changed() {
        Frontier before = frontier;
        frontier = database.ledger().frontier(topic);
        boolean first = before == null;
        boolean moved = !frontier.equals(before); // after every batch, once its reports are written
        List<MinuteReport> changed = minutes.changed(moved, clock.instant());
        changes.note(changed);
        if (first || !moved && changed.isEmpty() && !changes.isDue(clock.instant())) {
            return Optional.empty();
        }
        int unlisted = Math.max(0, changed.size() - PresenceEvent.MOST_MINUTES);
        return Optional.of(event(frontier, changed.subList(unlisted, changed.size()), unlisted > 0));
    }

    /** How things are now, for a client that knows nothing yet. */
    PresenceEvent now() {
        return event(database.ledger().frontier(topic), List.of(), true);
    }

    /** As of the last call of {@link #changed}. */
    Freshness freshness() {
        return Freshness.of(frontier, clock);
    }

    /** A correction is noted before the minute's report is raised, so it is there when the minute is seen to have changed. */
    private List<CorrectedMinute> corrected(List<MinuteReport> changed) {
        List<Long> minutes = changed.stream().map(MinuteReport::start).toList();
        return minutes.isEmpty()
                ? List.of()
                : database.corrections().of(minutes).stream()
                        .map(CorrectedMinute::of)
                        .toList();
    }

    private PresenceEvent event(Frontier upTo, List<MinuteReport> changed, boolean full) {
        Freshness now = Freshness.of(upTo, clock);
        return new PresenceEvent(
                now.asOf(),
                now.newestMinute(),
                now.staleSeconds(),
                now.asOf() == null ? Map.of() : recent.windows(now.newestMinute(), WINDOWS),
                changes.upTo(now.newestMinute(), clock.instant()),
                changed.stream().map(Point::of).toList(),
                corrected(changed),
                full);
    }
}
