package rollcall.app.cli;

import java.time.Instant;
import picocli.CommandLine.Option;
import rollcall.app.simulate.FeedSettings;

/** The flags that all simulators have, besides their rate. */
final class FeedOptions {

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed, --start, --rate and --count send the same. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--late",
            paramLabel = "SHARE",
            defaultValue = "0.02",
            description = "Share that comes late, by up to an hour. Default: ${DEFAULT-VALUE}.")
    private double late;

    @Option(names = "--count", description = "Send so many and end. Default: until stopped.")
    private long count;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "Time of the first, such as 2018-01-01T04:00:00Z. Default: they are of the time it is.")
    private Instant start;

    /** @throws IllegalArgumentException if one of the flags is out of bounds; its message begins with the flag's name */
    FeedSettings settings(long rate) {
        double bad = FeedSettings.defaults(rate).badShare();
        return new FeedSettings(rate, count, seed, late, bad, 1, start);
    }
}
