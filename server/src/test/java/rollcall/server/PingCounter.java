package rollcall.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import rollcall.presence.Bucket;
import rollcall.presence.Level;
import rollcall.presence.Roster;
import rollcall.store.Claim;
import rollcall.store.Database;
import rollcall.store.KafkaRange;
import rollcall.store.Passed;
import rollcall.store.RangeOutcome;
import rollcall.store.RosterDelta;
import rollcall.store.StoredRoster;

/** Counts pings into a database the way a job does: intent, rosters, reports, done. */
public final class PingCounter {

    /** A ping without a city has {@link Bucket#OVERALL}. */
    private record Seen(long driver, long second, boolean available, String city) {}

    private final Database database;
    private final String topic;
    private final Claim claim;
    private final List<Seen> pending = new ArrayList<>();
    private long offset;

    PingCounter(Database database, String topic) {
        this.database = database;
        this.topic = topic;
        this.claim = database.ledger().claim(topic, "test");
    }

    public PingCounter ping(long driver, String time, boolean available) {
        return ping(driver, time, available, Bucket.OVERALL);
    }

    public PingCounter ping(long driver, String time, boolean available, String city) {
        return ping(driver, Instant.parse(time).getEpochSecond(), available, city);
    }

    public PingCounter ping(long driver, long epochSecond, boolean available, String city) {
        pending.add(new Seen(driver, epochSecond, available, city));
        return this;
    }

    /** Makes the pings so far visible, as one batch. */
    public void count() {
        count(Map.of());
    }

    /** The same, with some records that were rejected, by reason. */
    public void count(Map<String, Long> rejected) {
        KafkaRange range = new KafkaRange(topic, "log", 0, offset, offset + Math.max(1, pending.size()));
        database.ledger().intend(claim, List.of(range));
        Map<Bucket, Roster> rosters = new HashMap<>();
        for (Seen ping : pending) {
            for (String city : new HashSet<>(List.of(Bucket.OVERALL, ping.city()))) {
                for (Level level : Level.values()) {
                    rosters.computeIfAbsent(Bucket.of(level, ping.second(), city), bucket -> new Roster())
                            .add(ping.driver(), ping.available());
                }
            }
        }
        List<RosterDelta> deltas = new ArrayList<>();
        rosters.forEach((bucket, roster) -> {
            RosterDelta delta = new RosterDelta(bucket);
            delta.add(range, roster);
            deltas.add(delta);
        });
        Map<Bucket, StoredRoster> merged = database.rosters().merge(deltas);
        database.corrections().note(deltas, merged, Passed.of(database.ledger().newest(topic), true));
        database.reports()
                .raise(merged.values().stream()
                        .filter(roster -> roster.bucket().level() == Level.MINUTE
                                && roster.bucket().isOverall())
                        .toList());
        Long newest = pending.stream().map(Seen::second).max(Long::compare).orElse(null);
        database.ledger().complete(claim, List.of(new RangeOutcome(range, range.length(), rejected, newest)));
        offset = range.until();
        pending.clear();
    }
}
