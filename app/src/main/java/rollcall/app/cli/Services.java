package rollcall.app.cli;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.SparkSession;
import rollcall.app.embedded.Embedded;
import rollcall.config.Settings;
import rollcall.engine.SparkEngine;
import rollcall.engine.presence.PresenceJob;
import rollcall.server.RollcallServer;
import rollcall.store.Database;

/** The job and the server in one process. */
final class Services {

    /** Enough for one machine; a topic can be given more with Kafka's own tools. */
    private static final int PARTITIONS = 4;

    private final Settings settings;
    private final Database database;
    private final RollcallServer server;
    private final PresenceJob presence;

    private Services(Settings settings, Database database, RollcallServer server, PresenceJob presence) {
        this.settings = settings;
        this.database = database;
        this.server = server;
        this.presence = presence;
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
                Map.of(settings.kafka().pings(), PARTITIONS, settings.kafka().rejected(), 1)));
        return settings.at(embedded.kafka().brokers(), embedded.mongo().uri());
    }

    static Services start(Settings settings, Shutdown shutdown) {
        Database database = shutdown.owns(Database.open(settings.mongo()));
        RollcallServer server = shutdown.owns(
                RollcallServer.start(settings, database, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
        SparkSession spark = shutdown.owns(SparkEngine.start(settings.spark()));
        PresenceJob presence = new PresenceJob(settings, spark, database, progress -> {});
        shutdown.owns(presence::stop);
        return new Services(settings, database, server, presence);
    }

    /** Where everything is, for people to read. */
    String addresses() {
        return """
                The page is at %s
                Kafka       %s   topic %s
                database    %s   %s""".formatted(
                        Addresses.page(settings, server),
                        settings.kafka().brokers(),
                        settings.kafka().pings(),
                        settings.mongo().maskedUri(),
                        settings.mongo().database());
    }

    /** The latest event time that has been counted, by this run or one before. */
    Optional<Instant> newestEvent() {
        OptionalLong second =
                database.ledger().frontier(settings.kafka().pings()).newestEventSecond();
        return second.isPresent() ? Optional.of(Instant.ofEpochSecond(second.getAsLong())) : Optional.empty();
    }

    /** Counts until the end is asked for. */
    void count() {
        presence.run();
    }
}
