package rollcall.server.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rollcall.store.AlertCounts;

/**
 * What an {@code alerts} event says: how many are not resolved.
 *
 * @param open by kind, those that nobody has seen to
 * @param acknowledged those that somebody has
 * @param places where that is not as it was at the event before; none if {@code full}
 * @param full whether alerts may have changed that no event told of: read what you show again
 */
record AlertsEvent(Map<String, Long> open, long acknowledged, List<PlaceChange> places, boolean full) {

    /** More changes than this at a time are not told one by one. */
    static final int MOST_ALERTS = 200;

    static AlertsEvent of(AlertCounts counts, List<PlaceChange> places, boolean full) {
        Map<String, Long> open = new LinkedHashMap<>();
        counts.open().forEach((kind, count) -> open.put(kind.text(), count));
        return new AlertsEvent(open, counts.acknowledged(), full ? List.of() : places, full);
    }
}
