package rollcall.app.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.app.testing.Waiting.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.app.testing.RunningJob;
import rollcall.config.Settings;
import rollcall.store.SupersededException;

/** What may happen around a running job: a second job, a broker or a database that goes away and comes back. */
class RunningTest {

    private static final long SEED = System.nanoTime();
    private static final String SEEDED = "seed " + SEED;
    private static final List<Ping> PINGS = new Pings(SEED, 1_000, 1_200).make(30_000);

    private static Workbench bench;
    private static Oracle oracle;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        bench = new Workbench(directory);
        bench.send("pings", 4, PINGS);
        oracle = new Oracle();
        oracle.add(PINGS);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void ofTwoJobsOnATopicTheLaterGoesOnAndTheOtherEnds() {
        Settings settings = settings("two");
        try (RunningJob first = bench.start(settings)) {
            await().until(() -> bench.counted(settings) > 2_000);
            try (RunningJob second = bench.start(settings)) {
                await().until(() -> first.failure().isPresent());
                assertThat(first.failure().get())
                        .isInstanceOf(SupersededException.class)
                        .hasMessageContaining("Run one job per topic and database.");

                await().until(() -> bench.counted(settings) == PINGS.size());
                assertThat(second.failure()).isEmpty();
            }
        }
        bench.assertFigures(SEEDED, settings, oracle);
    }

    @Test
    void aJobGoesOnWhenTheBrokerAndTheDatabaseAreBack() {
        Settings settings = settings("outage");
        try (RunningJob job = bench.start(settings)) {
            await().until(() -> bench.counted(settings) > 2_000);
            bench.installation().restartKafka();
            long then = bench.counted(settings);
            await().until(() -> bench.counted(settings) > then + 2_000);
            bench.installation().restartMongo();

            await().until(() -> bench.counted(settings) == PINGS.size());
            assertThat(job.failure()).isEmpty();
        }
        bench.assertFigures(SEEDED, settings, oracle);
    }

    /** Of thirty batches, so that what happens in the middle does happen in the middle. */
    private static Settings settings(String database) {
        return bench.settings("pings", database, 1_000, 2);
    }
}
