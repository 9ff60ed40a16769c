package rollcall.store;

import java.time.Instant;

/**
 * One minute as {@code report_summary} has it.
 *
 * @param start the minute's first epoch second
 * @param online distinct drivers online
 * @param available distinct drivers available
 * @param updatedAt when these figures last changed
 */
public record MinuteReport(
        long start, long online, long available, long pings, long availablePings, Instant updatedAt) {}
