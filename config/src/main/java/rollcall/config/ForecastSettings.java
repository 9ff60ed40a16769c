package rollcall.config;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a shelf is said to be running low: at the reorder point of a continuous review under Poisson demand.
 *
 * @param enabled whether it ever is
 * @param halfLife event time after which a purchase counts half in the demand rate
 * @param serviceLevel the share of restocks before which a shelf at its reorder point does not run out; 0.5 to 0.9999
 * @param restockTime how long a shelf waits for a restock
 */
public record ForecastSettings(boolean enabled, Duration halfLife, double serviceLevel, Duration restockTime)
        implements Serializable {}
