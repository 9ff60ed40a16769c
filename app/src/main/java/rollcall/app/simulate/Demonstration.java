package rollcall.app.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rollcall.config.KafkaSettings;

/** A fleet and a chain of stores that send what is missing of the last hours at once, and then go on live. */
public final class Demonstration implements AutoCloseable {

    private final List<Act> acts;

    private Demonstration(List<Act> acts) {
        this.acts = acts;
    }

    /**
     * Starts both, in threads of their own. As soon as the chain is live one of its shelves runs low, so that nobody has to
     * wait for an alert.
     *
     * @param newestPing event time of the newest ping there is; one from before may have got ahead of the clock
     * @param newestTicket event time of the newest ticket there is
     */
    public static Demonstration start(
            FleetSettings fleet,
            Optional<Instant> newestPing,
            ChainSettings chain,
            Optional<Instant> newestTicket,
            KafkaSettings kafka) {
        DriverFleet drivers = new DriverFleet(fleet);
        StoreChain stores = new StoreChain(chain);
        return new Demonstration(List.of(
                Act.start(
                        "fleet",
                        fleet.pace(),
                        newestPing,
                        pace -> new Simulator(drivers, pace, kafka, kafka.pings()),
                        now -> {}),
                Act.start(
                        "stores",
                        chain.pace(),
                        newestTicket,
                        pace -> new Simulator(stores, pace, kafka, kafka.tickets()),
                        stores::rush)));
    }

    @Override
    public void close() {
        acts.forEach(Act::stop);
        acts.forEach(Act::await);
    }
}
