package rollcall.app.cli;

import java.time.Instant;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rollcall.app.simulate.DriverSimulator;
import rollcall.app.simulate.FleetSettings;
import rollcall.config.Configuration;
import rollcall.config.KafkaSettings;
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
            DriverSimulator.Progress progress =
                    run(simulator, configuration.settings().kafka());
            out().printf(
                            "{\"sent\":%d,\"acknowledged\":%d,\"failed\":%d}%n",
                            progress.sent(), progress.acknowledged(), progress.failed());
            out().flush();
            return progress.failed() == 0 ? 0 : 1;
        }
    }

    private static DriverSimulator.Progress run(DriverSimulator simulator, KafkaSettings kafka) {
        try {
            return simulator.run();
        } catch (TimeoutException noAnswer) {
            throw new KafkaException(
                    "Kafka at " + kafka.brokers() + " did not answer, or has no topic " + kafka.pings(), noAnswer);
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
