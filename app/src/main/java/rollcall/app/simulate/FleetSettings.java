package rollcall.app.simulate;

/**
 * What fleet to simulate.
 *
 * @param drivers how many drivers there are; about a third of them are on a shift at any time. Each of those pings every
 *     (drivers on shift / rate) seconds, so a fleet of 15 times the rate pings every 5 seconds
 * @param feed the pings to send
 */
public record FleetSettings(int drivers, FeedSettings feed) {

    private static final int MAX_DRIVERS = 10_000_000;

    /** With a third of the fleet on shift, each of them pings every 5 seconds. */
    private static final double PINGS_APART = 15;

    public FleetSettings {
        FeedSettings.check(
                drivers >= 1 && drivers <= MAX_DRIVERS, "drivers", drivers, "from 1 to 10000000, such as 15000");
    }

    Pace pace() {
        return new Pace(feed, Math.max(1, drivers / PINGS_APART));
    }
}
