package rollcall.app.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import rollcall.app.testing.Installation;
import rollcall.app.testing.JobBench;
import rollcall.config.KafkaSettings;
import rollcall.config.PresenceSettings;
import rollcall.config.Settings;
import rollcall.engine.TopicJob;
import rollcall.engine.presence.PresenceJob;
import rollcall.store.Database;

/** What the tests of the presence job share. */
final class Workbench extends JobBench {

    Workbench(Path directory) {
        super(directory);
    }

    /** Settings for a job that reads a topic into a database, both named. */
    static Settings settings(
            Installation installation, String topic, String database, long maxRecordsPerBatch, int ranges) {
        Settings usual = installation.settings(database);
        KafkaSettings kafka = usual.kafka();
        return new Settings(
                new KafkaSettings(
                        kafka.brokers(),
                        topic,
                        kafka.tickets(),
                        kafka.notifications(),
                        topic + ".rejected",
                        kafka.readTimeout(),
                        kafka.client()),
                usual.mongo(),
                new PresenceSettings(Duration.ofMinutes(5), null, maxRecordsPerBatch, ranges, Duration.ZERO),
                usual.stock(),
                usual.server(),
                usual.spark(),
                usual.embedded());
    }

    Settings settings(String topic, String database, long maxRecordsPerBatch, int ranges) {
        return settings(installation(), topic, database, maxRecordsPerBatch, ranges);
    }

    /** Settings for a job that reads a topic into the database of the same name. */
    Settings settings(String topic, long maxRecordsPerBatch, int ranges) {
        return settings(topic, topic, maxRecordsPerBatch, ranges);
    }

    @Override
    protected TopicJob job(Settings settings, SparkSession spark, Database database) {
        return new PresenceJob(settings, spark, database, progress -> {});
    }

    @Override
    protected String topic(Settings settings) {
        return settings.kafka().pings();
    }

    /** Makes a topic and sends the pings to it, one partition after the other. */
    void send(String topic, int partitions, List<Ping> pings) throws Exception {
        installation().createTopic(topic, partitions);
        append(topic, partitions, pings);
    }

    void append(String topic, int partitions, List<Ping> pings) throws Exception {
        installation()
                .send(IntStream.range(0, pings.size())
                        .mapToObj(i -> pings.get(i).to(topic, i % partitions))
                        .toList());
    }

    /** Asserts that the database says what the oracle says, also of what was rejected. */
    void assertFigures(String seed, Settings settings, Oracle oracle) {
        assertThat(oracle.differences(database(settings))).as(seed).isEmpty();
        assertThat(frontier(settings).rejectedByReason()).as(seed).isEqualTo(oracle.rejected());
    }

    boolean isRight(Settings settings, Oracle oracle) {
        return oracle.differences(database(settings)).isEmpty();
    }
}
