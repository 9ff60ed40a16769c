package rollcall.server.presence;

import rollcall.server.presence.RecentReader.Figures;

/**
 * Who was there in the last finished minutes, and in the same minutes an hour and a day before. The newest minute seen is
 * not finished yet: it would always look like a fall.
 *
 * @param hourAgo null if nothing at all was seen then
 * @param dayAgo null if nothing at all was seen then
 */
public record Changes(Figures now, Figures hourAgo, Figures dayAgo) {

    /** A roster has a driver at least; so nobody online means that nothing was seen. */
    static Changes of(Figures now, Figures hourAgo, Figures dayAgo) {
        return new Changes(now, hourAgo.online() == 0 ? null : hourAgo, dayAgo.online() == 0 ? null : dayAgo);
    }
}
