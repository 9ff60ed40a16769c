package rollcall.app.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import picocli.CommandLine.Command;
import rollcall.config.Configuration;
import rollcall.config.Keys;
import rollcall.config.Settings;
import rollcall.server.RollcallServer;
import rollcall.store.Database;

/** Runs the server alone. */
@Command(name = "serve", description = "Serve the page, the API and the live stream; the jobs run elsewhere.")
public final class ServeCommand extends SettingsCommand {

    public ServeCommand(Rollcall rollcall) {
        super(rollcall, Keys.SERVER_HOST, Keys.SERVER_PORT);
    }

    @Override
    protected int run(Configuration configuration) throws InterruptedException {
        Settings settings = configuration.settings();
        try (Shutdown shutdown = Shutdown.onSignals()) {
            Database database = shutdown.owns(Database.open(settings.mongo()));
            RollcallServer server = shutdown.owns(
                    RollcallServer.start(settings, database, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
            out().println("The page is at " + Addresses.page(settings, server));
            out().flush();
            shutdown.await();
        }
        return 0;
    }
}
