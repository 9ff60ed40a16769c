package rollcall.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rollcall.app.simulate.FleetSettings;
import rollcall.app.simulate.Simulator;
import rollcall.config.KafkaSettings;

/** Sends the pings of a simulated fleet. */
@Command(name = "drivers", description = "Send the pings of a simulated fleet of drivers to Kafka.")
public final class SimulateDriversCommand extends SimulatorCommand {

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

    @Mixin
    private FeedOptions pings;

    public SimulateDriversCommand(Rollcall rollcall) {
        super(rollcall);
    }

    @Override
    Simulator simulator(KafkaSettings kafka) {
        return Simulator.ofDrivers(new FleetSettings(drivers, pings.settings(rate)), kafka);
    }

    @Override
    String topic(KafkaSettings kafka) {
        return kafka.pings();
    }
}
