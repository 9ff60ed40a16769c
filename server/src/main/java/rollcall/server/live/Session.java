package rollcall.server.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rollcall.server.presence.Freshness;
import rollcall.server.stock.AlertView;
import rollcall.store.Alerts;
import rollcall.store.Incident;
import rollcall.store.StoredAlert;

/** What the stream knows while somebody listens; after a failure it begins anew, for it may have missed something. */
final class Session {

    private static final int LOOKS_PER_INCIDENTS = 8;

    /**
     * @param healthy whether the database answered when last asked
     * @param quietSeconds how long no ping has come, though they had been coming; null while they come
     */
    private record Heartbeat(Instant time, Instant asOf, Long staleSeconds, boolean healthy, Long quietSeconds) {}

    /** How things are is read once for all who join within this time, unless something changes. */
    private static final Duration STATE_LASTS = Duration.ofSeconds(1);

    private record State(String id, Instant at, List<StreamEvent> events) {}

    private final PresenceWatch presence;
    private final Alerts alerts;
    private final AlertWatch alertWatch;
    private final IncidentWatch incidents;
    private final RecentEvents events;
    private final ObjectMapper json;
    private State state;
    private long looks;

    Session(PresenceWatch presence, Alerts alerts, IncidentWatch incidents, RecentEvents events, ObjectMapper json) {
        this.presence = presence;
        this.alerts = alerts;
        this.alertWatch = new AlertWatch(alerts);
        this.incidents = incidents;
        this.events = events;
        this.json = json;
    }

    /** The events of what has changed since the last look. */
    List<StreamEvent> look(Instant now) {
        List<StreamEvent> changes = new ArrayList<>();
        presence.changed().ifPresent(change -> changes.add(events.add("presence", write(change))));
        alertWatch.changed(now).ifPresent(change -> changes.addAll(told(change)));
        if (looks++ % LOOKS_PER_INCIDENTS == 0) {
            for (Incident incident : incidents.fresh()) {
                changes.add(events.add("incident", write(incident)));
            }
        }
        return changes;
    }

    private List<StreamEvent> told(AlertWatch.Change change) {
        int untold = Math.max(0, change.alerts().size() - AlertsEvent.MOST_ALERTS);
        List<StreamEvent> told = new ArrayList<>();
        for (StoredAlert alert : change.alerts().subList(untold, change.alerts().size())) {
            told.add(events.add("alert", write(AlertView.of(alert))));
        }
        boolean full = untold > 0 || change.places().size() > AlertsEvent.MOST_ALERTS;
        told.add(events.add("alerts", write(AlertsEvent.of(change.counts(), change.places(), full))));
        return told;
    }

    /** What a client that joins is sent first: what it missed, or if that is not known, how things are now. */
    List<StreamEvent> welcome(String lastEventId, Instant now) {
        return events.after(lastEventId).orElseGet(() -> state(now));
    }

    /** After a restart all clients come at once. */
    private List<StreamEvent> state(Instant now) {
        String id = events.newestId();
        if (state == null || !state.id().equals(id) || now.isAfter(state.at().plus(STATE_LASTS))) {
            StreamEvent newestPresence = StreamEvent.of(id, "presence", write(presence.now()));
            StreamEvent newestAlerts =
                    StreamEvent.of(id, "alerts", write(AlertsEvent.of(alerts.counts(), List.of(), true)));
            state = new State(id, now, List.of(newestPresence, newestAlerts));
        }
        return state.events();
    }

    /** @param quiet how long no ping has come, though they had been coming */
    StreamEvent heartbeat(Instant now, Optional<Duration> quiet) {
        Freshness freshness = presence.freshness();
        Long quietSeconds = quiet.map(Duration::toSeconds).orElse(null);
        return heartbeat(json, new Heartbeat(now, freshness.asOf(), freshness.staleSeconds(), true, quietSeconds));
    }

    /** The heartbeat of a stream that can't read the database. */
    static StreamEvent troubledHeartbeat(Instant now, ObjectMapper json) {
        return heartbeat(json, new Heartbeat(now, null, null, false, null));
    }

    private static StreamEvent heartbeat(ObjectMapper json, Heartbeat heartbeat) {
        return StreamEvent.of(null, "heartbeat", write(json, heartbeat));
    }

    private String write(Object event) {
        return write(json, event);
    }

    private static String write(ObjectMapper json, Object event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
