package rollcall.server.presence;

import java.time.Instant;

/**
 * Who was there in the last minutes of event time.
 *
 * @param city null: all drivers
 * @param online distinct drivers online
 * @param available distinct drivers available
 * @param asOf the newest event seen; null if none was
 * @param newestMinute the minute it is in
 * @param staleSeconds how long ago that is by the server's clock, in seconds
 */
record Recent(
        int minutes, String city, long online, long available, Instant asOf, Instant newestMinute, Long staleSeconds) {}
