package rollcall.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rollcall.store.MinuteReport;
import rollcall.store.Reports;

/**
 * Tells which minutes have changed. A report's time of change is its writer's clock, and it is visible some time after;
 * so each look goes back a while before the latest change seen, and passes over figures that were told already.
 */
final class MinuteWatch {

    /** How far a writer's clock may be behind another's, or behind ours at the start. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    /** A database without an index on the time of change reads all reports; rest this many times as long as it took. */
    private static final int REST = 10;

    private final Reports reports;
    private final Map<Long, MinuteReport> told = new HashMap<>();
    private Instant latestChange;
    private Instant notBefore = Instant.MIN;
    private boolean due = true;

    MinuteWatch(Reports reports, Instant now) {
        this.reports = reports;
        this.latestChange = now;
    }

    /**
     * The minutes that have changed since they were last read, by time.
     *
     * @param moved whether anything may have changed since the last call
     */
    List<MinuteReport> changed(boolean moved, Instant now) {
        due |= moved;
        if (!due || now.isBefore(notBefore)) {
            return List.of();
        }
        long begun = System.nanoTime();
        List<MinuteReport> changed = read();
        notBefore = now.plusNanos(REST * (System.nanoTime() - begun));
        due = false;
        return changed;
    }

    private List<MinuteReport> read() {
        Instant since = latestChange.minus(OVERLAP);
        List<MinuteReport> changed = new ArrayList<>();
        for (MinuteReport report : reports.changedSince(since)) {
            MinuteReport before = told.put(report.start(), report);
            if (before == null || !sameFigures(before, report)) {
                changed.add(report);
            }
            latestChange = report.updatedAt().isAfter(latestChange) ? report.updatedAt() : latestChange;
        }
        Instant forgotten = latestChange.minus(OVERLAP);
        told.values().removeIf(report -> report.updatedAt().isBefore(forgotten));
        return changed;
    }

    private static boolean sameFigures(MinuteReport one, MinuteReport other) {
        return one.online() == other.online()
                && one.available() == other.available()
                && one.pings() == other.pings()
                && one.availablePings() == other.availablePings();
    }
}
