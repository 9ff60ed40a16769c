package rollcall.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import rollcall.config.Configuration;
import rollcall.config.Keys;
import rollcall.config.Settings;
import rollcall.engine.SparkEngine;
import rollcall.engine.presence.PresenceJob;
import rollcall.engine.presence.PresenceSummary;
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
    protected int run(Configuration configuration) throws JsonProcessingException {
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

    private void runOnce(Settings settings, SparkSession spark, Database database) throws JsonProcessingException {
        try (Progress progress = new Progress("pings")) {
            PresenceJob job = new PresenceJob(settings, spark, database, done -> progress.at(done.records()));
            progress.of(job.backlog());
            PresenceSummary summary = job.runOnce();
            out().println(json(summary));
        }
    }

    private static String json(PresenceSummary summary) throws JsonProcessingException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("records", summary.records());
        fields.put("rejected", summary.rejected());
        fields.put("seconds", Math.round(summary.seconds() * 1000) / 1000.0);
        fields.put("recordsPerSecond", summary.recordsPerSecond());
        fields.put("batches", summary.batches());
        return new ObjectMapper().writeValueAsString(fields);
    }
}
