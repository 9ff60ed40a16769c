package rollcall.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rollcall.app.simulate.ChainSettings;
import rollcall.app.simulate.Simulator;
import rollcall.config.KafkaSettings;

/** Sends the tickets of a simulated chain of stores. */
@Command(name = "stores", description = "Send the purchase tickets of a simulated chain of stores to Kafka.")
public final class SimulateStoresCommand extends SimulatorCommand {

    @Option(
            names = "--rate",
            defaultValue = "20",
            description =
                    "Tickets a second, up to 500000; 0: as fast as the broker takes them. Default: ${DEFAULT-VALUE}.")
    private long rate;

    @Option(
            names = "--stores",
            defaultValue = "60",
            description = "How many stores, up to 150, each in a city of its own. Default: ${DEFAULT-VALUE}.")
    private int stores;

    @Option(
            names = "--products",
            defaultValue = "24",
            description = "How many products each store sells, up to 10000. Default: ${DEFAULT-VALUE}.")
    private int products;

    @Mixin
    private FeedOptions tickets;

    public SimulateStoresCommand(Rollcall rollcall) {
        super(rollcall);
    }

    @Override
    Simulator simulator(KafkaSettings kafka) {
        return Simulator.ofStores(new ChainSettings(stores, products, tickets.settings(rate)), kafka);
    }

    @Override
    String topic(KafkaSettings kafka) {
        return kafka.tickets();
    }
}
