package rollcall.app.cli;

import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import rollcall.config.Configuration;
import rollcall.config.Keys;
import rollcall.config.Settings;
import rollcall.engine.SparkEngine;
import rollcall.engine.presence.PresenceJob;
import rollcall.store.Database;

/** Runs the presence job alone. */
@Command(
        name = "presence",
        description = "Count who is on the road: read pings from Kafka, keep the counts in the database.")
public final class PresenceCommand extends SettingsCommand {

    @Option(names = "--once", description = "Count what is on the topic now, print a summary as JSON, and end.")
    private boolean once;

    public PresenceCommand(Rollcall rollcall) {
        super(rollcall, Keys.SPARK_MASTER);
    }

    @Override
    protected int run(Configuration configuration) {
        Settings settings = configuration.settings();
        try (Shutdown shutdown = Shutdown.onSignals()) {
            Database database = shutdown.owns(Database.open(settings.mongo()));
            SparkSession spark = shutdown.owns(SparkEngine.start(settings.spark()));
            if (once) {
                runOnce(settings, spark, database);
            } else {
                PresenceJob job = new PresenceJob(settings, spark, database, progress -> {});
                shutdown.owns(job::stop);
                job.run();
            }
        }
        return 0;
    }

    private void runOnce(Settings settings, SparkSession spark, Database database) {
        try (Progress progress = new Progress("pings")) {
            PresenceJob job = new PresenceJob(settings, spark, database, done -> progress.at(done.records()));
            progress.of(job.backlog());
            out().println(job.runOnce().toJson());
        }
    }
}
