package rollcall.app.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import rollcall.store.Database;
import rollcall.store.MinuteReport;

/** Counts pings the plain way: hash sets per minute. What everything else is compared with. */
final class Oracle {

    /** One minute's figures. */
    record Minute(long online, long available, long pings, long availablePings) {}

    private static final class Sets {
        private final Set<Object> online = new HashSet<>();
        private final Set<Object> available = new HashSet<>();
        private long pings;
        private long availablePings;
    }

    private final Map<Long, Sets> minutes = new TreeMap<>();
    private final Map<String, Long> rejected = new TreeMap<>();

    void add(Collection<Ping> pings) {
        pings.forEach(this::add);
    }

    void add(Ping ping) {
        if (ping.reason() != null) {
            rejected.merge(ping.reason(), 1L, Long::sum);
            return;
        }
        Sets sets = minutes.computeIfAbsent(Math.floorDiv(ping.second(), 60) * 60, minute -> new Sets());
        sets.online.add(ping.driver());
        sets.pings++;
        if (ping.available()) {
            sets.available.add(ping.driver());
            sets.availablePings++;
        }
    }

    /** Every minute that the reports have otherwise than they should, with what they say and what is right. */
    List<String> differences(Database database) {
        Map<Long, Minute> said = new TreeMap<>();
        for (MinuteReport report : database.reports().between(Long.MIN_VALUE, Long.MAX_VALUE)) {
            said.put(
                    report.start(),
                    new Minute(report.online(), report.available(), report.pings(), report.availablePings()));
        }
        List<String> differences = new ArrayList<>();
        Set<Long> all = new TreeSet<>(minutes.keySet());
        all.addAll(said.keySet());
        for (long start : all) {
            Minute right = minute(start);
            if (!Objects.equals(said.get(start), right)) {
                differences.add(Instant.ofEpochSecond(start) + " says " + said.get(start) + ", right is " + right);
            }
        }
        return differences;
    }

    /** Every minute that anybody was seen in, by its first epoch second. */
    Map<Long, Minute> minutes() {
        Map<Long, Minute> figures = new TreeMap<>();
        minutes.keySet().forEach(start -> figures.put(start, minute(start)));
        return figures;
    }

    private Minute minute(long start) {
        Sets sets = minutes.get(start);
        return sets == null
                ? null
                : new Minute(sets.online.size(), sets.available.size(), sets.pings, sets.availablePings);
    }

    Map<String, Long> rejected() {
        return rejected;
    }
}
