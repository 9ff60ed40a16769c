package rollcall.server.presence;

import java.time.Instant;
import rollcall.server.presence.RecentReader.Figures;

/**
 * The answer of {@code /api/presence/changes}, see {@link Changes}.
 *
 * @param city null: all drivers
 * @param until where the last finished minute ends; null if nothing was seen yet
 */
record CityChanges(int minutes, String city, Instant until, Figures now, Figures hourAgo, Figures dayAgo) {}
