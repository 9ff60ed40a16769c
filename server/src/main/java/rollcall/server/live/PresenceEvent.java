package rollcall.server.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import rollcall.server.presence.Changes;
import rollcall.server.presence.CorrectedMinute;
import rollcall.server.presence.Point;
import rollcall.server.presence.RecentReader.Figures;

/**
 * What a {@code presence} event says.
 *
 * @param asOf the newest event seen; null if none was
 * @param newestMinute the minute it is in
 * @param staleSeconds how long ago that is by the server's clock, in seconds
 * @param last distinct drivers by number of minutes
 * @param changes by number of minutes, how the finished ones compare with an hour and a day before
 * @param minutes the minutes that have changed, by time; at most {@value #MOST_MINUTES}, the newest
 * @param corrections what those of them that late pings have corrected were before, by time
 * @param full whether minutes may have changed that are not listed: read what you show again
 */
record PresenceEvent(
        Instant asOf,
        Instant newestMinute,
        Long staleSeconds,
        Map<Integer, Figures> last,
        Map<Integer, Changes> changes,
        List<Point> minutes,
        List<CorrectedMinute> corrections,
        boolean full) {

    static final int MOST_MINUTES = 240;
}
