package rollcall.app.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.spark.sql.SparkSession;
import rollcall.app.embedded.Embedded;
import rollcall.config.Settings;
import rollcall.engine.SparkEngine;
import rollcall.engine.TopicJob;
import rollcall.engine.presence.PresenceJob;
import rollcall.engine.stock.StockJob;
import rollcall.server.RollcallServer;
import rollcall.store.Database;

/** The jobs and the server in one process. */
final class Services {

    /** Enough for one machine; a topic can be given more with Kafka's own tools. */
    private static final int PARTITIONS = 4;

    private final Settings settings;
    private final Database database;
    private final RollcallServer server;
    private final List<TopicJob> jobs;

    private Services(Settings settings, Database database, RollcallServer server, List<TopicJob> jobs) {
        this.settings = settings;
        this.database = database;
        this.server = server;
        this.jobs = jobs;
    }

    /**
     * Starts a broker and a database in this process.
     *
     * @return the settings, with these two in place of the configured ones
     * @throws rollcall.app.embedded.EmbeddedStartException if a port or the directory is taken
     */
    static Settings embed(Settings settings, Path data, Shutdown shutdown) {
        Embedded embedded = shutdown.owns(Embedded.start(
                data,
                settings.embedded().kafkaPort(),
                settings.embedded().mongoPort(),
                Map.of(
                        settings.kafka().pings(),
                        PARTITIONS,
                        settings.kafka().tickets(),
                        PARTITIONS,
                        settings.kafka().notifications(),
                        1,
                        settings.kafka().rejected(),
                        1)));
        return settings.at(embedded.kafka().brokers(), embedded.mongo().uri());
    }

    static Services start(Settings settings, Shutdown shutdown) {
        Database database = shutdown.owns(Database.open(settings.mongo()));
        RollcallServer server = shutdown.owns(
                RollcallServer.start(settings, database, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
        SparkSession spark = shutdown.owns(SparkEngine.start(settings.spark()));
        List<TopicJob> jobs = List.of(
                new PresenceJob(settings, spark, database, progress -> {}),
                new StockJob(settings, spark, database, progress -> {}));
        jobs.forEach(job -> shutdown.owns(job::stop));
        return new Services(settings, database, server, jobs);
    }

    /** Where everything is, for people to read. */
    String addresses() {
        return """
                The page is at %s
                Kafka       %s   topics %s, %s, %s
                database    %s   %s""".formatted(
                        Addresses.page(settings, server),
                        settings.kafka().brokers(),
                        settings.kafka().pings(),
                        settings.kafka().tickets(),
                        settings.kafka().notifications(),
                        settings.mongo().maskedUri(),
                        settings.mongo().database());
    }

    /** The latest event time of a topic that has been counted, by this run or one before. */
    Optional<Instant> newestEvent(String topic) {
        OptionalLong second = database.ledger().frontier(topic).newestEventSecond();
        return second.isPresent() ? Optional.of(Instant.ofEpochSecond(second.getAsLong())) : Optional.empty();
    }

    /** Runs the jobs until the end is asked for, or until one of them ends by itself, which ends the others. */
    void count() {
        ExecutorService threads = Executors.newFixedThreadPool(jobs.size());
        CompletionService<Void> runs = new ExecutorCompletionService<>(threads);
        jobs.forEach(job -> runs.submit(job::run, null));
        try {
            runs.take().get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            jobs.forEach(TopicJob::stop);
            threads.shutdown();
        }
    }
}
