package rollcall.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import rollcall.config.Configuration;
import rollcall.config.Keys;
import rollcall.config.Settings;
import rollcall.engine.JobSummary;
import rollcall.engine.SparkEngine;
import rollcall.engine.stock.StockJob;
import rollcall.geo.Place;
import rollcall.store.Database;

/** Runs the stock job alone. */
@Command(
        name = "stock",
        description = "Watch the shelves: read tickets from Kafka, raise and announce alerts, find donors.")
public final class StockCommand extends SettingsCommand {

    @Option(names = "--once", description = "Read what is on the topic now, print a summary as JSON, and end.")
    private boolean once;

    public StockCommand(Rollcall rollcall) {
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
                StockJob job = new StockJob(settings, spark, database, progress -> {});
                shutdown.owns(job::stop);
                job.run();
            }
        }
        return 0;
    }

    private void runOnce(Settings settings, SparkSession spark, Database database) {
        try (Progress progress = new Progress("tickets")) {
            StockJob job = new StockJob(settings, spark, database, done -> progress.at(done.records()));
            progress.of(job.backlog());
            JobSummary summary = job.runOnce();
            Map<String, Object> more = new LinkedHashMap<>();
            more.put("alerts", job.alerts());
            more.put(
                    "unplacedStores",
                    job.unplaced().stream().map(Place::toString).toList());
            out().println(summary.toJson(more));
        }
    }
}
