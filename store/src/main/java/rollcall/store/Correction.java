package rollcall.store;

import java.time.Instant;

/**
 * What a minute's overall figures were before late pings changed them.
 *
 * @param start the minute's first epoch second
 * @param at when late pings changed them last
 * @param online distinct drivers online, before the first such change
 * @param available distinct drivers available, before the first such change
 */
public record Correction(long start, Instant at, long online, long available) {}
