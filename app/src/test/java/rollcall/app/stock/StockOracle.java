package rollcall.app.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Follows shelves as plainly as the contract tells it, without a forecast: all readings of a shelf, one after the other.
 * What everything else is compared with.
 */
final class StockOracle {

    static final double CLEAR_FACTOR = 1.5;

    private record Reading(long atMillis, long level) {}

    private final ToThreshold thresholds;
    private final Map<String, List<Reading>> shelves = new TreeMap<>();
    private final Map<String, Long> rejected = new TreeMap<>();

    /** Tells the threshold of a shelf by its {@code City|State|Product}. */
    interface ToThreshold {
        long of(String shelf);
    }

    StockOracle(ToThreshold thresholds) {
        this.thresholds = thresholds;
    }

    /** Takes tickets in as they stand in the log; what counts is the order of those of one store. */
    void add(Collection<Ticket> tickets) {
        tickets.forEach(this::add);
    }

    void add(Ticket ticket) {
        if (ticket.reason() != null) {
            rejected.merge(ticket.reason(), 1L, Long::sum);
            return;
        }
        ticket.levels()
                .forEach((product, level) -> shelves.computeIfAbsent(
                                ticket.store() + "|" + product, shelf -> new ArrayList<>())
                        .add(new Reading(ticket.atMillis(), level)));
    }

    /** All episodes, by shelf and number. */
    List<Episode> episodes() {
        List<Episode> all = new ArrayList<>();
        shelves.forEach((shelf, readings) -> all.addAll(episodes(shelf, readings)));
        return all;
    }

    private List<Episode> episodes(String shelf, List<Reading> readings) {
        long threshold = thresholds.of(shelf);
        List<Episode> episodes = new ArrayList<>();
        boolean isOpen = false;
        long newest = Long.MIN_VALUE;
        for (Reading reading : readings) {
            if (reading.atMillis() < newest) {
                continue;
            }
            newest = reading.atMillis();
            Instant at = Instant.ofEpochMilli(reading.atMillis());
            int last = episodes.size() - 1;
            if (!isOpen && (reading.level() == 0 || reading.level() <= threshold)) {
                String kind = reading.level() == 0 ? Episode.OUT_OF_STOCK : Episode.LOW;
                episodes.add(new Episode(shelf + "|" + (last + 2), kind, at, reading.level(), kind, null));
                isOpen = true;
            } else if (isOpen && reading.level() == 0) {
                episodes.set(last, episodes.get(last).worsened(Episode.OUT_OF_STOCK));
            } else if (isOpen && reading.level() > CLEAR_FACTOR * threshold) {
                episodes.set(last, episodes.get(last).resolved(at));
                isOpen = false;
            }
        }
        return episodes;
    }

    /** How many records of each reason. */
    Map<String, Long> rejected() {
        return rejected;
    }
}
