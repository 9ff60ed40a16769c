package rollcall.app.cli;

import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import rollcall.config.Settings;
import rollcall.engine.JobSummary;
import rollcall.engine.presence.PresenceJob;
import rollcall.store.Database;

/** Runs the presence job alone. */
@Command(
        name = "presence",
        description = "Count who is on the road: read pings from Kafka, keep the counts in the database.")
public final class PresenceCommand extends JobCommand<PresenceJob> {

    public PresenceCommand(Rollcall rollcall) {
        super(rollcall, "pings");
    }

    @Override
    protected PresenceJob job(Settings settings, SparkSession spark, Database database, Consumer<JobSummary> listener) {
        return new PresenceJob(settings, spark, database, listener);
    }
}
