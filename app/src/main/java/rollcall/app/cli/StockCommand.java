package rollcall.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import rollcall.config.Settings;
import rollcall.engine.JobSummary;
import rollcall.engine.stock.StockJob;
import rollcall.geo.Place;
import rollcall.store.Database;

/** Runs the stock job alone. */
@Command(
        name = "stock",
        description = "Watch the shelves: read tickets from Kafka, raise and announce alerts, find donors.")
public final class StockCommand extends JobCommand<StockJob> {

    public StockCommand(Rollcall rollcall) {
        super(rollcall, "tickets");
    }

    @Override
    protected StockJob job(Settings settings, SparkSession spark, Database database, Consumer<JobSummary> listener) {
        return new StockJob(settings, spark, database, listener);
    }

    @Override
    protected Map<String, Object> more(StockJob job) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("alerts", job.alerts());
        more.put("unplacedStores", job.unplaced().stream().map(Place::toString).toList());
        return more;
    }
}
