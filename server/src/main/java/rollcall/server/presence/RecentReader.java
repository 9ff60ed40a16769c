package rollcall.server.presence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rollcall.presence.Bucket;
import rollcall.presence.Level;
import rollcall.presence.Roster;
import rollcall.store.Ledger;
import rollcall.store.StoredRoster;

/** Counts the distinct drivers of the last minutes of event time. */
public final class RecentReader {

    /** Rosters read at once, what is in memory at most: days' rosters can be large. */
    private static final int AT_ONCE = 100;

    /** Distinct drivers. */
    public record Figures(long online, long available) {}

    private final Ledger ledger;
    private final RosterCache rosters;
    private final String topic;
    private final InstantSource clock;

    public RecentReader(Ledger ledger, RosterCache rosters, String topic, InstantSource clock) {
        this.ledger = ledger;
        this.rosters = rosters;
        this.topic = topic;
        this.clock = clock;
    }

    /**
     * The last so many minutes, up to the newest one seen.
     *
     * @param city a city, or {@link Bucket#OVERALL}
     */
    Recent last(int minutes, String city) {
        Freshness now = Freshness.of(ledger.frontier(topic), clock);
        Figures figures = now.asOf() == null ? new Figures(0, 0) : count(now.newestMinute(), minutes, city);
        return new Recent(
                minutes,
                city.equals(Bucket.OVERALL) ? null : city,
                figures.online(),
                figures.available(),
                now.asOf(),
                now.newestMinute(),
                now.staleSeconds());
    }

    /** The same for several numbers of minutes, all drivers, in one pass back from the newest minute to count. */
    public Map<Integer, Figures> windows(Instant newestMinute, List<Integer> minutes) {
        Map<Integer, Figures> windows = new TreeMap<>();
        long newest = newestMinute.getEpochSecond();
        int longest = minutes.stream().mapToInt(Integer::intValue).max().orElseThrow();
        Map<Bucket, StoredRoster> found = rosters.find(
                cover(newest - (longest - 1) * Level.MINUTE.seconds(), newest + 60, Bucket.OVERALL, Level.MINUTE));
        Roster all = new Roster();
        for (int n = 1; n <= longest; n++) {
            StoredRoster next =
                    found.get(new Bucket(Level.MINUTE, newest - (n - 1) * Level.MINUTE.seconds(), Bucket.OVERALL));
            if (next != null) {
                all.unite(next.roster());
            }
            if (minutes.contains(n)) {
                windows.put(n, figures(all));
            }
        }
        return windows;
    }

    /** Distinct drivers of so many minutes, of which this is the last. */
    Figures count(Instant newestMinute, int minutes, String city) {
        long end = newestMinute.getEpochSecond() + Level.MINUTE.seconds();
        List<Bucket> buckets = cover(end - minutes * Level.MINUTE.seconds(), end, city, Level.DAY);
        Roster all = new Roster();
        for (int i = 0; i < buckets.size(); i += AT_ONCE) {
            List<Bucket> some = buckets.subList(i, Math.min(buckets.size(), i + AT_ONCE));
            rosters.find(some).values().forEach(part -> all.unite(part.roster()));
        }
        return figures(all);
    }

    private static Figures figures(Roster roster) {
        return new Figures(roster.online().size(), roster.available().size());
    }

    /** The fewest buckets up to a level that make up the time from one minute until another. */
    private static List<Bucket> cover(long from, long until, String city, Level longest) {
        List<Bucket> buckets = new ArrayList<>();
        long at = from;
        while (at < until) {
            Level level = Level.MINUTE;
            for (Level longer : Level.values()) {
                boolean fits = longer.floor(at) == at && at + longer.seconds() <= until;
                level = fits && longer.compareTo(longest) <= 0 ? longer : level;
            }
            buckets.add(new Bucket(level, at, city));
            at += level.seconds();
        }
        return buckets;
    }
}
