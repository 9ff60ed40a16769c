package rollcall.app.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.app.testing.Waiting.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.app.testing.RunningJob;
import rollcall.app.testing.Wire;
import rollcall.app.testing.Wire.Cut;
import rollcall.app.testing.Wire.Moment;
import rollcall.config.Settings;
import rollcall.store.Incident;

/** Topics that get more partitions, or that are deleted and made again. */
class TopicChangeTest {

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
    void aTopicMadeAgainBetweenTwoRunsIsReadFromItsBeginning() throws Exception {
        bench.send("again", 2, PINGS.subList(0, 3_000));
        Settings settings = bench.settings("again", 1_000_000, 2);
        bench.once(settings);

        makeAgain("again", 2, PINGS.subList(3_000, 6_000));
        bench.once(settings);
        bench.once(settings);

        bench.assertFigures(SEEDED, settings, all());
        assertRecreated(settings, Set.of(0, 1));
    }

    @Test
    void aTopicMadeAgainWhileTheJobRunsIsReadFromItsBeginning() throws Exception {
        bench.send("running", 2, PINGS.subList(0, 3_000));
        Settings settings = bench.settings("running", 1_000, 2);
        try (RunningJob job = bench.start(settings)) {
            await().until(() -> bench.counted(settings) == 3_000);

            makeAgain("running", 2, PINGS.subList(3_000, 6_000));

            await().until(() -> !bench.incidents(settings).isEmpty());
            await().until(() -> bench.isRight(settings, all()));
            assertThat(job.failure()).isEmpty();
        }
        bench.assertFigures(SEEDED, settings, all());
        assertRecreated(settings, Set.of(0, 1));
    }

    @Test
    void aTopicMadeAgainBetweenAPlanAndItsReadingIsNotCountedForTheOldOne() throws Exception {
        bench.send("between", 2, PINGS.subList(0, 3_000));
        Settings settings = bench.settings("between", 1_000_000, 2);
        try (Wire wire = new Wire(bench.installation().mongoPort())) {
            wire.cutAt(
                    new Cut(Moment.NEVER, 1, "kafka_meta_table", "$setOnInsert"),
                    () -> makeAgain("between", 2, PINGS.subList(3_000, 6_000)));
            try (RunningJob job = bench.start(Workbench.over(wire, settings))) {
                await().until(() -> bench.counted(settings) == 3_000
                        && !bench.incidents(settings).isEmpty());
                assertThat(job.failure()).isEmpty();
            }
            assertThat(wire.wasCut()).isTrue();
        }
        Oracle oracle = new Oracle();
        oracle.add(PINGS.subList(3_000, 6_000));
        bench.assertFigures(SEEDED, settings, oracle);
        assertRecreated(settings, Set.of(0, 1));
    }

    @Test
    void partitionsAddedWhileTheJobRunsAreRead() throws Exception {
        bench.send("growing", 1, PINGS.subList(0, 2_000));
        Settings settings = bench.settings("growing", 1_000, 2);
        try (RunningJob job = bench.start(settings)) {
            await().until(() -> bench.counted(settings) == 2_000);

            bench.installation().growTopic("growing", 3);
            bench.append("growing", 3, PINGS.subList(2_000, 6_000));

            await().until(() -> bench.counted(settings) == 6_000);
            assertThat(job.failure()).isEmpty();
        }
        bench.assertFigures(SEEDED, settings, all());
        assertThat(bench.incidents(settings)).isEmpty();
    }

    @Test
    void aJobMayWaitForItsTopic() throws Exception {
        Settings settings = bench.settings("late", 1_000, 2);
        try (RunningJob job = bench.start(settings)) {
            await().until(() -> bench.counted(settings) == 0 && isClaimed(settings));

            bench.send("late", 2, PINGS);

            await().until(() -> bench.counted(settings) == 6_000);
            assertThat(job.failure()).isEmpty();
        }
        bench.assertFigures(SEEDED, settings, all());
    }

    private static boolean isClaimed(Settings settings) {
        return !bench.database(settings)
                .ledger()
                .entries(settings.kafka().pings())
                .isEmpty();
    }

    private static void makeAgain(String topic, int partitions, List<Ping> pings) {
        try {
            bench.installation().makeAgain(topic, partitions);
            bench.append(topic, partitions, pings);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void assertRecreated(Settings settings, Set<Integer> partitions) {
        assertThat(bench.incidents(settings)).extracting(Incident::kind).containsOnly(Incident.TOPIC_RECREATED);
        assertThat(bench.incidents(settings))
                .extracting(Incident::partition)
                .containsExactlyInAnyOrderElementsOf(partitions);
    }

    private static Oracle all() {
        Oracle oracle = new Oracle();
        oracle.add(PINGS);
        return oracle;
    }
}
