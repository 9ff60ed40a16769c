package rollcall.config;

import java.io.Serializable;
import java.time.Duration;

/**
 * What one store gives another.
 *
 * @param keep how long a promise lasts at most, in event time
 * @param nearest how many of the nearest donors are considered for a needy shelf
 */
public record RedirectSettings(Duration keep, int nearest) implements Serializable {}
