package rollcall.server.presence;

import java.time.Instant;
import rollcall.store.Correction;

/**
 * A minute whose figures late pings have changed after it had been passed.
 *
 * @param time when the minute begins
 * @param at when they were last changed
 * @param online distinct drivers online, before the first such change
 * @param available distinct drivers available, before the first such change
 */
public record CorrectedMinute(Instant time, Instant at, long online, long available) {

    public static CorrectedMinute of(Correction correction) {
        return new CorrectedMinute(
                Instant.ofEpochSecond(correction.start()),
                correction.at(),
                correction.online(),
                correction.available());
    }
}
