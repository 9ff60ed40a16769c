package rollcall.app.stock;

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

/** What may happen around a running stock job: a second job, a broker or a database that goes away and comes back. */
class StockRunningTest {

    private static final long SEED = System.nanoTime();
    private static final String SEEDED = "seed " + SEED;
    private static final List<Ticket> TICKETS = new Tickets(SEED, 60).make(2_000);

    /** Of many batches, so that what happens in the middle does happen in the middle. */
    private static final StockShape SHAPE = new StockShape(100, 1, 2);

    private static Workbench bench;
    private static StockOracle oracle;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        bench = new Workbench(directory);
        bench.send("tickets", 2, TICKETS);
        oracle = new StockOracle(StockShape::threshold);
        oracle.add(TICKETS);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void ofTwoJobsOnATopicTheLaterGoesOnAndTheOtherEnds() {
        Settings settings = bench.settings("tickets", "two", SHAPE);
        try (RunningJob first = bench.start(settings)) {
            await().until(() -> bench.counted(settings) > 200);
            try (RunningJob second = bench.start(settings)) {
                await().until(() -> first.failure().isPresent());
                assertThat(first.failure().get())
                        .isInstanceOf(SupersededException.class)
                        .hasMessageContaining("Run one job per topic and database.");

                await().until(() -> bench.counted(settings) == TICKETS.size());
                assertThat(second.failure()).isEmpty();
            }
        }
        bench.assertEpisodes(SEEDED, settings, oracle);
    }

    @Test
    void aJobGoesOnWhenTheBrokerAndTheDatabaseAreBack() {
        Settings settings = bench.settings("tickets", "outage", SHAPE);
        try (RunningJob job = bench.start(settings)) {
            await().until(() -> bench.counted(settings) > 200);
            bench.installation().restartKafka();
            long then = bench.counted(settings);
            await().until(() -> bench.counted(settings) > then + 200);
            bench.installation().restartMongo();

            await().until(() -> bench.counted(settings) == TICKETS.size());
            assertThat(job.failure()).isEmpty();
        }
        bench.assertEpisodes(SEEDED, settings, oracle);
    }
}
