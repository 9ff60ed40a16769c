package rollcall.app.cli;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;
import rollcall.config.Configuration;
import rollcall.config.Keys;
import rollcall.config.Settings;
import rollcall.engine.JobSummary;
import rollcall.engine.SparkEngine;
import rollcall.engine.TopicJob;
import rollcall.store.Database;

/** Runs one job alone. */
abstract class JobCommand<J extends TopicJob> extends SettingsCommand {

    @Option(names = "--once", description = "Read what is on the topic now, print a summary as JSON, and end.")
    private boolean once;

    private final String unit;

    /** @param unit what the job's topic has, for the progress bar */
    JobCommand(Rollcall rollcall, String unit) {
        super(rollcall, Keys.SPARK_MASTER);
        this.unit = unit;
    }

    protected abstract J job(Settings settings, SparkSession spark, Database database, Consumer<JobSummary> listener);

    /** What the summary says beside what it says of every job. */
    protected Map<String, Object> more(J job) {
        return Map.of();
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
                J job = job(settings, spark, database, progress -> {});
                shutdown.owns(job::stop);
                job.run();
            }
        }
        return 0;
    }

    private void runOnce(Settings settings, SparkSession spark, Database database) {
        try (Progress progress = new Progress(unit)) {
            J job = job(settings, spark, database, done -> progress.at(done.records()));
            progress.of(job.backlog());
            JobSummary summary = job.runOnce();
            out().println(summary.toJson(more(job)));
        }
    }
}
