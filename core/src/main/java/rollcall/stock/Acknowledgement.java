package rollcall.stock;

import java.time.Instant;

/**
 * That somebody has seen to an alert.
 *
 * @param comment what they have to say; may be empty
 * @param at when, by the server's clock
 */
public record Acknowledgement(String comment, Instant at) {}
