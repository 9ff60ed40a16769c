package rollcall.app.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.app.testing.Wire;
import rollcall.app.testing.Wire.Cut;
import rollcall.app.testing.Wire.Moment;
import rollcall.config.KafkaSettings;
import rollcall.config.Settings;
import rollcall.store.Incident;
import rollcall.store.KafkaRange;
import rollcall.store.Ledger;

/** Records that Kafka deletes before they are read: the job goes on with what is left, and says what is not. */
class DataLossTest {

    private static final long SEED = System.nanoTime();
    private static final String SEEDED = "seed " + SEED;
    private static final List<Ping> PINGS =
            new Pings(SEED, 500, 600).make(6_000).subList(0, 6_000);

    private static Workbench bench;

    @BeforeAll
    static void start(@TempDir Path directory) {
        bench = new Workbench(directory);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void whatWasDeletedBeforeTheFirstReadWasNeverOwed() throws Exception {
        bench.send("old", 2, PINGS);
        bench.installation().purge("old", 0, 1_000);
        Settings settings = bench.settings("old", 1_000_000, 2);

        bench.once(settings);

        bench.assertFigures(SEEDED, settings, oracle(0, 1_000, 3_000));
        assertThat(bench.incidents(settings)).isEmpty();
    }

    @Test
    void whatIsDeletedBetweenTwoRunsIsAnIncident() throws Exception {
        bench.send("between", 2, PINGS.subList(0, 2_000));
        Settings settings = bench.settings("between", 1_000_000, 2);
        bench.once(settings);
        bench.append("between", 2, PINGS.subList(2_000, 6_000));
        bench.installation().purge("between", 0, 2_500);
        bench.installation().purge("between", 1, 3_000);

        bench.once(settings);
        bench.once(settings);

        Oracle oracle = new Oracle();
        oracle.add(PINGS.subList(0, 2_000));
        IntStream.range(2_500, 3_000).forEach(offset -> oracle.add(PINGS.get(2 * offset)));
        bench.assertFigures(SEEDED, settings, oracle);
        assertThat(bench.incidents(settings))
                .extracting(
                        Incident::kind,
                        Incident::topic,
                        Incident::partition,
                        Incident::from,
                        Incident::to,
                        Incident::count)
                .containsExactlyInAnyOrder(
                        tuple(Incident.DATA_LOST, "between", 0, 1_000L, 2_500L, 1_500L),
                        tuple(Incident.DATA_LOST, "between", 1, 1_000L, 3_000L, 2_000L));
    }

    @Test
    void whatIsDeletedWithinAPendingRangeIsOneIncidentHoweverManyReadersMeetIt() throws Exception {
        bench.send("pending", 2, PINGS);
        Settings settings = bench.settings("pending", 1_000_000, 4);
        crashAfterIntent(settings);
        bench.installation().purge("pending", 0, 2_000);

        bench.once(settings);
        bench.once(settings);

        bench.assertFigures(SEEDED, settings, oracle(0, 2_000, 3_000));
        assertThat(bench.incidents(settings))
                .extracting(Incident::kind, Incident::partition, Incident::from, Incident::to, Incident::count)
                .containsExactly(tuple(Incident.DATA_LOST, 0, 0L, 2_000L, 2_000L));
    }

    @Test
    void aPendingRangeThatIsGoneWholeIsPassedOver() throws Exception {
        bench.send("gone", 2, PINGS.subList(0, 4_000));
        Settings settings = bench.settings("gone", 1_000_000, 2);
        crashAfterIntent(settings);
        bench.append("gone", 2, PINGS.subList(4_000, 6_000));
        bench.installation().purge("gone", 0, 2_500);

        bench.once(settings);

        bench.assertFigures(SEEDED, settings, oracle(0, 2_500, 3_000));
        assertThat(bench.incidents(settings))
                .extracting(Incident::partition, Incident::from, Incident::to)
                .containsExactlyInAnyOrder(tuple(0, 0L, 2_000L), tuple(0, 2_000L, 2_500L));
    }

    @Test
    void aLogThatEndsWithinAPendingRangeIsCountedAsFarAsItGoes() throws Exception {
        bench.send("short", 1, PINGS.subList(0, 3_000));
        Settings settings = impatient(bench.settings("short", 1_000_000, 2));
        intend(settings, 5_000);

        bench.once(settings);
        bench.append("short", 1, PINGS.subList(3_000, 6_000));
        bench.once(settings);

        bench.assertFigures(SEEDED, settings, oracle(2, 0, 0));
        assertThat(bench.incidents(settings))
                .extracting(Incident::kind, Incident::from, Incident::to)
                .containsExactly(tuple(Incident.LOG_TRUNCATED, 3_000L, 5_000L));
    }

    /** Has the ledger say that a run was reading up to an offset. */
    private static void intend(Settings settings, long until) throws Exception {
        String topic = settings.kafka().pings();
        try (Admin admin = bench.installation().admin()) {
            String id = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .topicId()
                    .toString();
            Ledger ledger = bench.database(settings).ledger();
            ledger.intend(ledger.claim(topic, "a run before"), List.of(new KafkaRange(topic, id, 0, 0, until)));
        }
    }

    private static Settings impatient(Settings settings) {
        KafkaSettings kafka = settings.kafka();
        return new Settings(
                new KafkaSettings(
                        kafka.brokers(),
                        kafka.pings(),
                        kafka.tickets(),
                        kafka.notifications(),
                        kafka.rejected(),
                        Duration.ofSeconds(1),
                        kafka.client()),
                settings.mongo(),
                settings.presence(),
                settings.stock(),
                settings.server(),
                settings.spark(),
                settings.embedded());
    }

    private static void crashAfterIntent(Settings settings) throws Exception {
        try (Wire wire = new Wire(bench.installation().mongoPort())) {
            wire.cutAt(new Cut(Moment.BEFORE_IT_IS_ANSWERED, 1, "kafka_meta_table", "$setOnInsert"));
            assertThatThrownBy(() -> bench.once(Workbench.over(wire, settings))).isNotNull();
            assertThat(wire.wasCut()).isTrue();
        }
    }

    /** What is left of the pings when one of the two partitions has only the offsets from until. */
    private static Oracle oracle(int partition, int from, int until) {
        Oracle oracle = new Oracle();
        for (int i = 0; i < PINGS.size(); i++) {
            if (i % 2 != partition || i / 2 >= from && i / 2 < until) {
                oracle.add(PINGS.get(i));
            }
        }
        return oracle;
    }
}
