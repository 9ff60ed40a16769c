package rollcall.app.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.SparkSession;
import rollcall.config.MongoSettings;
import rollcall.config.Settings;
import rollcall.engine.JobSummary;
import rollcall.engine.SparkEngine;
import rollcall.engine.TopicJob;
import rollcall.store.Database;
import rollcall.store.Frontier;
import rollcall.store.Incident;

/** What the tests of a job share: a broker, a database and the engine; each test takes a topic of its own. */
public abstract class JobBench implements AutoCloseable {

    private final Installation installation;
    private final SparkSession spark;
    private final Map<MongoSettings, Database> databases = new ConcurrentHashMap<>();

    protected JobBench(Path directory) {
        installation = Installation.start(directory);
        spark = SparkEngine.start(installation.settings("").spark());
    }

    protected abstract TopicJob job(Settings settings, SparkSession spark, Database database);

    /** The topic that the job reads. */
    protected abstract String topic(Settings settings);

    public final Installation installation() {
        return installation;
    }

    /** The same settings with the database reached in another way. */
    public static Settings over(Wire wire, Settings settings) {
        return settings.at(settings.kafka().brokers(), wire.uri());
    }

    public final JobSummary once(Settings settings) {
        return job(settings, spark, database(settings)).runOnce();
    }

    public final RunningJob start(Settings settings) {
        return new RunningJob(job(settings, spark, database(settings)));
    }

    /** The database of these settings; closed with the bench. */
    public final Database database(Settings settings) {
        return databases.computeIfAbsent(settings.mongo(), Database::open);
    }

    /** The incidents in the database, those of job restarts aside. */
    public final List<Incident> incidents(Settings settings) {
        return database(settings).incidents().newest(100).stream()
                .filter(incident -> !incident.kind().equals(Incident.RESTART))
                .toList();
    }

    /** How many offsets of a topic have been counted. */
    public final long counted(Settings settings) {
        return frontier(settings).offsets().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    public final Frontier frontier(Settings settings) {
        return database(settings).ledger().frontier(topic(settings));
    }

    @Override
    public final void close() {
        spark.stop();
        databases.values().forEach(Database::close);
        installation.close();
    }
}
