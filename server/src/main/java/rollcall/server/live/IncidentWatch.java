package rollcall.server.live;

import java.util.List;
import java.util.Set;
import rollcall.store.Incident;
import rollcall.store.Incidents;

/** Tells which incidents are new. */
final class IncidentWatch {

    private static final int MOST = 50;

    private final Incidents incidents;
    private Set<Incident> known;

    IncidentWatch(Incidents incidents) {
        this.incidents = incidents;
    }

    /** The incidents stored since the last call, newest first; none the first time. */
    List<Incident> fresh() {
        List<Incident> newest = incidents.newest(MOST);
        Set<Incident> before = known;
        known = Set.copyOf(newest);
        return before == null
                ? List.of()
                : newest.stream().filter(incident -> !before.contains(incident)).toList();
    }
}
