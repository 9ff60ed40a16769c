package rollcall.app.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.sql.SparkSession;
import rollcall.app.testing.JobBench;
import rollcall.app.testing.StoredDocuments;
import rollcall.config.KafkaSettings;
import rollcall.config.Settings;
import rollcall.engine.TopicJob;
import rollcall.engine.stock.StockJob;
import rollcall.stock.Alert;
import rollcall.store.Database;

/** What the tests of the stock job share. */
final class Workbench extends JobBench {

    Workbench(Path directory) {
        super(directory);
    }

    /** Settings for a job that reads a topic, and has a database and a topic of notifications of its own. */
    Settings settings(String topic, String database, StockShape shape) {
        Settings usual = installation().settings(database);
        KafkaSettings kafka = usual.kafka();
        return new Settings(
                new KafkaSettings(
                        kafka.brokers(),
                        kafka.pings(),
                        topic,
                        database + ".notifications",
                        database + ".rejected",
                        kafka.readTimeout(),
                        kafka.client()),
                usual.mongo(),
                usual.presence(),
                shape.settings(),
                usual.server(),
                usual.spark(),
                usual.embedded());
    }

    @Override
    protected TopicJob job(Settings settings, SparkSession spark, Database database) {
        return new StockJob(settings, spark, database, progress -> {});
    }

    @Override
    protected String topic(Settings settings) {
        return settings.kafka().tickets();
    }

    /** Makes a topic and sends the tickets to it, those of a store to one partition. */
    void send(String topic, int partitions, List<Ticket> tickets) throws Exception {
        installation().createTopic(topic, partitions);
        append(topic, tickets);
    }

    void append(String topic, List<Ticket> tickets) throws Exception {
        installation().send(tickets.stream().map(ticket -> ticket.to(topic)).toList());
    }

    /** Asserts that alerts, notifications and rejected records are what the oracle says, each episode announced once. */
    void assertEpisodes(String seed, Settings settings, StockOracle oracle) {
        List<Episode> episodes = oracle.episodes();
        assertThat(stored(database(settings))).as(seed).containsExactlyInAnyOrderElementsOf(episodes);
        assertThat(notifications(settings).stream().map(Announcement::of))
                .as(seed)
                .containsExactlyInAnyOrderElementsOf(
                        episodes.stream().map(Announcement::of).toList());
        assertThat(frontier(settings).rejectedByReason()).as(seed).isEqualTo(oracle.rejected());
    }

    /** Asserts that two databases, and the notifications that belong to them, have the same in all particulars. */
    void assertSame(String seed, Settings one, Settings other) {
        assertThat(alerts(other)).as(seed).isEqualTo(alerts(one));
        assertThat(shelves(other)).as(seed).isEqualTo(shelves(one));
        assertThat(headers(other)).as(seed).isEqualTo(headers(one));
    }

    private static List<Episode> stored(Database database) {
        return database.alerts().after(0, Integer.MAX_VALUE).stream()
                .map(stored -> episode(stored.alert()))
                .toList();
    }

    private static Episode episode(Alert alert) {
        return new Episode(
                alert.id(),
                alert.raised().kind().text(),
                Instant.ofEpochMilli(alert.raised().atMillis()),
                alert.raised().level(),
                alert.kind().text(),
                alert.resolvedAtMillisOrNull() == null ? null : Instant.ofEpochMilli(alert.resolvedAtMillisOrNull()));
    }

    List<ConsumerRecord<byte[], byte[]>> notifications(Settings settings) {
        return installation().read(settings.kafka().notifications());
    }

    /** All headers of every notification, by alert. */
    Map<String, Map<String, String>> headers(Settings settings) {
        Map<String, Map<String, String>> byAlert = new TreeMap<>();
        notifications(settings).stream()
                .map(Announcement::headers)
                .forEach(headers -> byAlert.put(headers.get("alert-id"), headers));
        return byAlert;
    }

    /** The state of all shelves that counts. */
    private List<String> shelves(Settings settings) {
        Database database = database(settings);
        return database.shelves().all(() -> database.stockCommits().committed(topic(settings))).stream()
                .map(entry -> entry.product() + " " + entry.number() + " "
                        + HexFormat.of().formatHex(entry.state()))
                .sorted()
                .toList();
    }

    /** All of every alert, but its number and when it was written. */
    private static List<String> alerts(Settings settings) {
        return StoredDocuments.of(settings.mongo(), "alerts", "updatedAt", "number");
    }
}
