package rollcall.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import rollcall.presence.Level;
import rollcall.server.presence.Changes;
import rollcall.server.presence.ChangesReader;
import rollcall.store.MinuteReport;

/**
 * Keeps how the last finished minutes compare with an hour and a day before. It is read again when the newest minute moves
 * on, and, now and then, when late pings have changed one of the minutes compared.
 */
final class ChangesWatch {

    /** Late pings may come all the time; what they change here is little. */
    private static final Duration PACE = Duration.ofSeconds(15);

    private static final List<Duration> BEFORE = List.of(Duration.ZERO, Duration.ofHours(1), Duration.ofDays(1));

    private final ChangesReader reader;
    private final List<Integer> minutes;
    private final Duration longest;
    private Map<Integer, Changes> changes = Map.of();
    private Instant newestMinute;
    private Instant readAt = Instant.MIN;
    private boolean outdated;

    /** @param minutes the numbers of minutes that are compared */
    ChangesWatch(ChangesReader reader, List<Integer> minutes) {
        this.reader = reader;
        this.minutes = minutes;
        this.longest = Duration.ofMinutes(minutes.stream().max(Integer::compare).orElseThrow());
    }

    /** Notes that these minutes have changed. */
    void note(List<MinuteReport> changed) {
        outdated |= newestMinute != null && changed.stream().anyMatch(this::isCompared);
    }

    /** Whether minutes compared have changed, and that was not read yet though it may be. */
    boolean isDue(Instant now) {
        return outdated && !now.isBefore(readAt.plus(PACE));
    }

    /** @param newest the newest minute seen, the first that is not finished; null if nothing was seen */
    Map<Integer, Changes> upTo(Instant newest, Instant now) {
        if (newest != null && (!newest.equals(newestMinute) || isDue(now))) {
            changes = reader.changes(newest, minutes);
            newestMinute = newest;
            readAt = now;
            outdated = false;
        }
        return changes;
    }

    private boolean isCompared(MinuteReport report) {
        Instant end = Instant.ofEpochSecond(report.start() + Level.MINUTE.seconds());
        return BEFORE.stream()
                .map(newestMinute::minus)
                .anyMatch(until -> !end.isAfter(until) && end.isAfter(until.minus(longest)));
    }
}
