package rollcall.server.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rollcall.presence.Bucket;
import rollcall.server.presence.RecentReader.Figures;
import rollcall.store.Ledger;

/** Compares the last finished minutes with the same an hour and a day before. */
public final class ChangesReader {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Ledger ledger;
    private final RecentReader recent;
    private final String topic;
    private final InstantSource clock;

    /** @param topic the topic of pings */
    public ChangesReader(Ledger ledger, RecentReader recent, String topic, InstantSource clock) {
        this.ledger = ledger;
        this.recent = recent;
        this.topic = topic;
        this.clock = clock;
    }

    /**
     * For several numbers of minutes, all drivers.
     *
     * @param newestMinute the first that is not finished
     */
    public Map<Integer, Changes> changes(Instant newestMinute, List<Integer> minutes) {
        Instant finished = newestMinute.minus(MINUTE);
        Map<Integer, Figures> now = recent.windows(finished, minutes);
        Map<Integer, Figures> hourAgo = recent.windows(finished.minus(HOUR), minutes);
        Map<Integer, Figures> dayAgo = recent.windows(finished.minus(DAY), minutes);
        Map<Integer, Changes> changes = new TreeMap<>();
        minutes.forEach(n -> changes.put(n, Changes.of(now.get(n), hourAgo.get(n), dayAgo.get(n))));
        return changes;
    }

    /** @param city a city, or {@link Bucket#OVERALL} */
    CityChanges changes(int minutes, String city) {
        Instant until = Freshness.of(ledger.frontier(topic), clock).newestMinute();
        String named = city.equals(Bucket.OVERALL) ? null : city;
        if (until == null) {
            return new CityChanges(minutes, named, null, new Figures(0, 0), null, null);
        }
        Instant finished = until.minus(MINUTE);
        Changes changes = Changes.of(
                recent.count(finished, minutes, city),
                recent.count(finished.minus(HOUR), minutes, city),
                recent.count(finished.minus(DAY), minutes, city));
        return new CityChanges(minutes, named, until, changes.now(), changes.hourAgo(), changes.dayAgo());
    }
}
