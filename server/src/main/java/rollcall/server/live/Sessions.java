package rollcall.server.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import rollcall.server.presence.ChangesReader;
import rollcall.server.presence.RecentReader;
import rollcall.store.Database;

/** Begins sessions of the stream. */
public final class Sessions {

    private static final int EVENTS_KEPT = 512;

    private final Database database;
    private final RecentReader recent;
    private final ChangesReader changes;
    private final String topic;
    private final InstantSource clock;
    private final ObjectMapper json;

    /** @param topic the topic of pings */
    public Sessions(
            Database database,
            RecentReader recent,
            ChangesReader changes,
            String topic,
            InstantSource clock,
            ObjectMapper json) {
        this.database = database;
        this.recent = recent;
        this.changes = changes;
        this.topic = topic;
        this.clock = clock;
        this.json = json;
    }

    Session begin() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        return new Session(
                new PresenceWatch(database, recent, changes, topic, clock),
                database.alerts(),
                new IncidentWatch(database.incidents()),
                new RecentEvents(mark, EVENTS_KEPT),
                json);
    }

    StreamEvent troubledHeartbeat(Instant now) {
        return Session.troubledHeartbeat(now, json);
    }
}
