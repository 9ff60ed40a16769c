package rollcall.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import rollcall.config.Configuration;
import rollcall.config.Keys;
import rollcall.config.Settings;

/** Runs the job and the server in one process. */
@Command(
        name = "run",
        description = "Count and serve, in one process, with the configured Kafka and database or with embedded ones.")
public final class RunCommand extends SettingsCommand {

    @Option(
            names = "--embedded",
            description = "Start Kafka and the database in this process, too. What they were given survives a crash.")
    private boolean embedded;

    public RunCommand(Rollcall rollcall) {
        super(
                rollcall,
                Keys.SERVER_HOST,
                Keys.SERVER_PORT,
                Keys.EMBEDDED_KAFKA_PORT,
                Keys.EMBEDDED_MONGO_PORT,
                Keys.EMBEDDED_DATA,
                Keys.SPARK_MASTER);
    }

    @Override
    protected int run(Configuration configuration) {
        try (Shutdown shutdown = Shutdown.onSignals()) {
            Settings configured = configuration.settings();
            Settings settings =
                    embedded ? Services.embed(configured, configured.embedded().data(), shutdown) : configured;
            Services services = Services.start(settings, shutdown);
            out().println(services.addresses());
            out().flush();
            services.count();
        }
        return 0;
    }
}
