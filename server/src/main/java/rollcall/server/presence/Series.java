package rollcall.server.presence;

import java.time.Instant;
import java.util.List;

/**
 * Distinct drivers per step.
 *
 * @param from when the first step begins; null if nothing has been seen yet and the call did not say
 * @param to when the last step begins
 * @param city null: all drivers
 * @param points by time; a step in which nobody was online has none
 * @param corrections what minutes of the range were before late pings changed them, by time; none for a city
 */
record Series(
        String step, Instant from, Instant to, String city, List<Point> points, List<CorrectedMinute> corrections) {}
