package rollcall.stock;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import rollcall.geo.Place;

/**
 * One episode of a shelf, as the stock job knows it: a pure function of the tickets read so far.
 *
 * @param episode counts the shelf's episodes from 1 on
 * @param revision grows with every change of the alert
 * @param raised what the rules said at the reading that opened it
 * @param latest what they said at the reading that changed it last
 * @param since when each kind was first reached, in epoch milliseconds
 * @param redirects who can help, nearest first
 * @param resolvedAtMillisOrNull event time of the reading that ended the episode; null while it is open
 * @param position where the ticket that opened it stands
 */
public record Alert(
        Place store,
        String product,
        long episode,
        long revision,
        Assessment raised,
        Assessment latest,
        Map<AlertKind, Long> since,
        List<Redirect> redirects,
        Long resolvedAtMillisOrNull,
        Position position)
        implements Serializable {

    /** A record of the tickets topic. */
    public record Position(int partition, long offset) implements Serializable {}

    public Alert {
        // In the order of kinds: that of Map.copyOf is another one in each process, and so would be the documents.
        Map<AlertKind, Long> byKind = new EnumMap<>(AlertKind.class);
        byKind.putAll(since);
        since = Collections.unmodifiableMap(byKind);
        redirects = List.copyOf(redirects);
    }

    /** The same for the same tickets, however they were read: {@code City|State|Product|episode}. */
    public String id() {
        return ShelfId.of(store, product) + "|" + episode;
    }

    /** The worst kind of the episode. */
    public AlertKind kind() {
        AlertKind worst = raised.kind();
        for (AlertKind kind : since.keySet()) {
            worst = kind.isWorseThan(worst) ? kind : worst;
        }
        return worst;
    }

    public OptionalLong resolvedAtMillis() {
        return resolvedAtMillisOrNull == null ? OptionalLong.empty() : OptionalLong.of(resolvedAtMillisOrNull);
    }
}
