package rollcall.server.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import rollcall.presence.Roster;
import rollcall.store.MinuteReport;
import rollcall.store.StoredRoster;

/**
 * One step of a series.
 *
 * @param time when the step begins
 * @param online distinct drivers online
 * @param available distinct drivers available
 * @param correctedAt when these figures last changed
 */
public record Point(Instant time, long online, long available, long pings, long availablePings, Instant correctedAt) {

    public static Point of(MinuteReport report) {
        return new Point(
                Instant.ofEpochSecond(report.start()),
                report.online(),
                report.available(),
                report.pings(),
                report.availablePings(),
                report.updatedAt());
    }

    /** The union of some rosters, of which there must be one at least. */
    static Point union(long start, Collection<StoredRoster> rosters) {
        Roster all = union(rosters);
        Instant correctedAt = rosters.stream()
                .map(StoredRoster::updatedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Point(
                Instant.ofEpochSecond(start),
                all.online().size(),
                all.available().size(),
                all.pings(),
                all.availablePings(),
                correctedAt);
    }

    private static Roster union(Collection<StoredRoster> rosters) {
        Iterator<StoredRoster> each = rosters.iterator();
        Roster first = each.next().roster();
        if (!each.hasNext()) {
            return first; // not copied: a day's roster can be large
        }
        Roster all = new Roster();
        all.add(first);
        each.forEachRemaining(next -> all.add(next.roster()));
        return all;
    }
}
