package rollcall.server.presence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import rollcall.presence.Level;
import rollcall.store.Frontier;

/**
 * How far event time has come.
 *
 * @param asOf the newest event seen; null if none was
 * @param newestMinute the minute it is in
 * @param staleSeconds how long ago that is by the server's clock, in seconds
 */
public record Freshness(Instant asOf, Instant newestMinute, Long staleSeconds) {

    public static Freshness of(Frontier frontier, InstantSource clock) {
        OptionalLong newest = frontier.newestEventSecond();
        if (newest.isEmpty()) {
            return new Freshness(null, null, null);
        }
        long second = newest.getAsLong();
        return new Freshness(
                Instant.ofEpochSecond(second),
                Instant.ofEpochSecond(Level.MINUTE.floor(second)),
                Math.max(0, clock.instant().getEpochSecond() - second));
    }
}
