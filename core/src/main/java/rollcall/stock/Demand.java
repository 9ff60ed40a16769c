package rollcall.stock;

/**
 * How much is bought from a shelf: purchases weighted by age, where a purchase counts half after every half-life. Late
 * purchases count as if they had come in time, up to rounding.
 *
 * <p>The weighted sum of a Poisson process of rate r that began a long time ago is r * halfLife / ln 2 on average; while
 * the history is short, the share of that which can have come by now takes its place (as in bias-corrected exponential
 * moving averages, Kingma and Ba 2015, section 3).
 */
final class Demand {

    private static final double LN_2 = StrictMath.log(2);
    private static final double MILLIS_PER_HOUR = 3_600_000;

    /** Shorter histories are taken for as long, so that the first purchase is no demand without end. */
    private static final double LEAST_HISTORY_MILLIS = 60_000;

    private static final long NEVER = Long.MIN_VALUE;

    private double weighted;
    private long atMillis;
    private long sinceMillis;

    /** Of a shelf never heard of; its history begins with what is added first. */
    Demand() {
        this(0, NEVER, NEVER);
    }

    Demand(double weighted, long atMillis, long sinceMillis) {
        this.weighted = weighted;
        this.atMillis = atMillis;
        this.sinceMillis = sinceMillis;
    }

    double weighted() {
        return weighted;
    }

    long atMillis() {
        return atMillis;
    }

    long sinceMillis() {
        return sinceMillis;
    }

    /** Takes in what was bought at a time. */
    void add(long millis, long quantity, double halfLifeMillis) {
        if (sinceMillis == NEVER) {
            weighted = quantity;
            atMillis = millis;
            sinceMillis = millis;
        } else if (millis >= atMillis) {
            weighted = weighted * decay(millis - atMillis, halfLifeMillis) + quantity;
            atMillis = millis;
        } else {
            // The history is no longer for it: what else was bought at that time nobody knows.
            weighted += quantity * decay(atMillis - millis, halfLifeMillis);
        }
    }

    /** Units an hour, as of the latest time seen. */
    double perHour(double halfLifeMillis) {
        double history = Math.max(LEAST_HISTORY_MILLIS, atMillis - sinceMillis);
        double complete = halfLifeMillis / LN_2 * (1 - decay(history, halfLifeMillis));
        return weighted / complete * MILLIS_PER_HOUR;
    }

    /** Whether there has been time enough to know. */
    boolean isKnown(double halfLifeMillis) {
        return atMillis - sinceMillis >= halfLifeMillis;
    }

    /** StrictMath: all machines of a cluster must come to the same figure. */
    private static double decay(double ageMillis, double halfLifeMillis) {
        return ageMillis == 0 ? 1 : StrictMath.exp(-LN_2 * ageMillis / halfLifeMillis);
    }
}
