package rollcall.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import rollcall.app.simulate.DriverSimulator;
import rollcall.app.simulate.FleetSettings;
import rollcall.config.Configuration;
import rollcall.config.Keys;
import rollcall.config.Settings;

/** Shows everything working, with nothing but this process. */
@Command(
        name = "demo",
        description = "See it working: Kafka, the database, the job, the server and a simulated fleet in one process.")
public final class DemoCommand extends SettingsCommand {

    /** So that the chart has something to show at once. */
    private static final Duration HISTORY = Duration.ofHours(3);

    /** What was sent last should still reach the broker. */
    private static final long PATIENCE_MILLIS = 2_000;

    /** Each of the third that is on shift pings about every 3 seconds. */
    private static final int DRIVERS_PER_PING = 10;

    @Spec
    private CommandSpec spec;

    @Option(names = "--drivers", defaultValue = "2000", description = "Size of the fleet. Default: ${DEFAULT-VALUE}.")
    private int drivers;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "How much faster than the clock the fleet's time goes. Default: ${DEFAULT-VALUE}.")
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
        FleetSettings fleet = fleet();
        try (Shutdown shutdown = Shutdown.onSignals()) {
            Path data = configuration.settings().embedded().data();
            Settings settings = Services.embed(configuration.settings(), data, shutdown);
            Services services = Services.start(settings, shutdown);
            simulate(fleet, services.newestEvent(), settings, shutdown);
            out().println(services.addresses());
            out().println("Ctrl-C ends the demo; what it has counted is kept in " + data);
            out().flush();
            endInTime(shutdown);
            services.count();
        }
        return 0;
    }

    private FleetSettings fleet() {
        FleetSettings usual = FleetSettings.defaults();
        try {
            return new FleetSettings(
                    drivers,
                    Math.min(FleetSettings.MAX_RATE, Math.max(1, drivers / DRIVERS_PER_PING)),
                    0,
                    usual.seed(),
                    usual.lateShare(),
                    usual.badShare(),
                    speed,
                    null);
        } catch (IllegalArgumentException invalid) {
            throw new ParameterException(spec.commandLine(), "--" + invalid.getMessage());
        }
    }

    /** Sends what is missing of the last hours, and then goes on. A demo before may have got ahead of the clock. */
    private void simulate(FleetSettings fleet, Optional<Instant> newest, Settings settings, Shutdown shutdown) {
        Instant clock = Instant.now();
        Instant now = newest.filter(clock::isBefore).orElse(clock);
        Instant begin = clock.minus(HISTORY);
        Instant from = newest.filter(begin::isBefore).orElse(begin);
        boolean followsClock = speed == 1 && now.equals(clock);
        DriverSimulator past = new DriverSimulator(fleet.past(from, now), settings.kafka());
        DriverSimulator present = new DriverSimulator(followsClock ? fleet : fleet.startingAt(now), settings.kafka());
        Thread thread = new Thread(
                () -> {
                    past.run();
                    present.run();
                },
                "fleet");
        thread.setDaemon(true);
        thread.start();
        shutdown.owns(() -> {
            past.stop();
            present.stop();
            thread.join(PATIENCE_MILLIS);
        });
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
