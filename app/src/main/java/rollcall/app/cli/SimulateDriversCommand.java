package rollcall.app.cli;

import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rollcall.app.simulate.DriverSimulator;
import rollcall.app.simulate.FleetSettings;
import rollcall.config.Configuration;
import rollcall.config.Keys;

/** Sends the pings of a simulated fleet. */
@Command(name = "drivers", description = "Send the pings of a simulated fleet of drivers to Kafka.")
public final class SimulateDriversCommand extends SettingsCommand {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rate",
            defaultValue = "1000",
            description =
                    "Pings a second, up to 500000; 0: as fast as the broker takes them. Default: ${DEFAULT-VALUE}.")
    private long rate;

    @Option(
            names = "--drivers",
            defaultValue = "15000",
            description = "Size of the fleet; about a third is on shift at a time. Default: ${DEFAULT-VALUE}.")
    private int drivers;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed, --start, --rate and --count send the same pings. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--late",
            paramLabel = "SHARE",
            defaultValue = "0.02",
            description = "Share of the pings that come late, by up to an hour. Default: ${DEFAULT-VALUE}.")
    private double late;

    @Option(names = "--count", description = "Send so many pings and end. Default: until stopped.")
    private long count;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "Time of the first ping, such as 2018-01-01T04:00:00Z. Default: pings are of the time it is.")
    private Instant start;

    public SimulateDriversCommand(Rollcall rollcall) {
        super(rollcall, Keys.KAFKA_BROKERS);
    }

    @Override
    protected int run(Configuration configuration) {
        try (Shutdown shutdown = Shutdown.onSignals()) {
            DriverSimulator simulator =
                    new DriverSimulator(fleet(), configuration.settings().kafka());
            shutdown.owns(simulator::stop);
            DriverSimulator.Progress progress = simulator.run();
            out().printf(
                            "{\"sent\":%d,\"acknowledged\":%d,\"failed\":%d}%n",
                            progress.sent(), progress.acknowledged(), progress.failed());
            out().flush();
            return progress.failed() == 0 ? 0 : 1;
        }
    }

    private FleetSettings fleet() {
        try {
            return new FleetSettings(
                    drivers, rate, count, seed, late, FleetSettings.defaults().badShare(), 1, start);
        } catch (IllegalArgumentException invalid) {
            throw new ParameterException(spec.commandLine(), "--" + invalid.getMessage());
        }
    }
}
