package rollcall.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rollcall.app.simulate.ChainSettings;
import rollcall.app.simulate.Demonstration;
import rollcall.app.simulate.FeedSettings;
import rollcall.app.simulate.FleetSettings;
import rollcall.config.Configuration;
import rollcall.config.KafkaSettings;
import rollcall.config.Keys;
import rollcall.config.Settings;

/** Shows everything working, with nothing but this process. */
@Command(
        name = "demo",
        description =
                "See it working: Kafka, the database, the job, the server, a simulated fleet and stores in one process.")
public final class DemoCommand extends SettingsCommand {

    /** Each of the third that is on shift pings about every 3 seconds. */
    private static final int DRIVERS_PER_PING = 10;

    private static final int STORES_PER_TICKET = 30;
    private static final int PRODUCTS = 24;

    @Spec
    private CommandSpec spec;

    @Option(names = "--drivers", defaultValue = "2000", description = "Size of the fleet. Default: ${DEFAULT-VALUE}.")
    private int drivers;

    @Option(names = "--stores", defaultValue = "60", description = "Number of stores. Default: ${DEFAULT-VALUE}.")
    private int stores;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "How much faster than the clock the simulated time goes. Default: ${DEFAULT-VALUE}.")
    private double speed;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "End after this time, such as 90s or 10m. Default: at Ctrl-C.")
    private Duration limit;

    public DemoCommand(Rollcall rollcall) {
        super(
                rollcall,
                Keys.SERVER_HOST,
                Keys.SERVER_PORT,
                Keys.EMBEDDED_KAFKA_PORT,
                Keys.EMBEDDED_MONGO_PORT,
                Keys.EMBEDDED_DATA);
    }

    @Override
    protected int run(Configuration configuration) {
        FleetSettings fleet = valid(this::fleet);
        ChainSettings chain = valid(this::chain);
        try (Shutdown shutdown = Shutdown.onSignals()) {
            Path data = configuration.settings().embedded().data();
            Settings settings = Services.embed(configuration.settings(), data, shutdown);
            KafkaSettings kafka = settings.kafka();
            Services services = Services.start(settings, shutdown);
            shutdown.owns(Demonstration.start(
                    fleet, services.newestEvent(kafka.pings()), chain, services.newestEvent(kafka.tickets()), kafka));
            out().println(services.addresses());
            out().println("Ctrl-C ends the demo; what it has counted is kept in " + data);
            out().flush();
            endInTime(shutdown);
            services.count();
        }
        return 0;
    }

    private FleetSettings fleet() {
        int rate = Math.max(1, drivers / DRIVERS_PER_PING);
        return new FleetSettings(drivers, feed(Math.min(FeedSettings.MAX_RATE, rate)));
    }

    private ChainSettings chain() {
        return new ChainSettings(stores, PRODUCTS, feed(Math.max(1, stores / STORES_PER_TICKET)));
    }

    private FeedSettings feed(long rate) {
        return FeedSettings.defaults(rate).atSpeed(speed);
    }

    private <T> T valid(Supplier<T> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException invalid) {
            throw new ParameterException(spec.commandLine(), "--" + invalid.getMessage());
        }
    }

    private void endInTime(Shutdown shutdown) {
        if (limit != null) {
            ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "end of the demo");
                thread.setDaemon(true);
                return thread;
            });
            timer.schedule(shutdown::close, limit.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
