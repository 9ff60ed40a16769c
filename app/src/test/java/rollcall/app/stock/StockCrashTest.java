package rollcall.app.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rollcall.app.testing.Waiting.await;
import static rollcall.app.testing.Wire.Moment.BEFORE_IT_ARRIVES;
import static rollcall.app.testing.Wire.Moment.BEFORE_IT_IS_ANSWERED;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rollcall.app.testing.RunningJob;
import rollcall.app.testing.Wire;
import rollcall.app.testing.Wire.Cut;
import rollcall.config.Settings;

/** A job that dies at each step of a batch, again when it makes up for it, and then comes through. */
class StockCrashTest {

    private static final long SEED = System.nanoTime();
    private static final String SEEDED = "seed " + SEED;
    private static final List<Ticket> TICKETS = new Tickets(SEED, 30).make(900);

    /** Several batches, so that a crash may come in the first of a run or in a later one. */
    private static final StockShape SHAPE = new StockShape(180, 1, 2);

    /** A write, named by its collection and by what is in it. */
    private enum Step {
        BEGIN("stock_commits", "publisher"),
        INTENT("kafka_meta_table", "$setOnInsert"),
        SHELVES("shelves", ""),
        STORES("stores", ""),
        ALERTS("alerts", ""),
        COMMIT("stock_commits", "committed."),
        LEDGER("kafka_meta_table", "$inc");

        private final String collection;
        private final String text;

        Step(String collection, String text) {
            this.collection = collection;
            this.text = text;
        }

        /** Twice before it has happened and twice after, in first batches and in later ones. */
        List<Cut> cuts() {
            int later = this == BEGIN || this == STORES ? 1 : 2;
            return List.of(
                    new Cut(BEFORE_IT_ARRIVES, 1, collection, text),
                    new Cut(BEFORE_IT_IS_ANSWERED, later, collection, text),
                    new Cut(BEFORE_IT_IS_ANSWERED, 1, collection, text),
                    new Cut(BEFORE_IT_ARRIVES, later, collection, text));
        }
    }

    private static Workbench bench;
    private static Wire wire;
    private static StockOracle oracle;
    private static Settings faultless;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        bench = new Workbench(directory);
        wire = new Wire(bench.installation().mongoPort());
        bench.send("tickets", 1, TICKETS);
        oracle = new StockOracle(StockShape::threshold);
        oracle.add(TICKETS);
        faultless = bench.settings("tickets", "faultless", SHAPE);
        bench.once(faultless);
        bench.assertEpisodes(SEEDED, faultless, oracle);
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
        bench.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyEpisodeIsThereOnceAfterFourCrashesAt(Step step) {
        Settings settings = Workbench.over(wire, bench.settings("tickets", "step" + step, SHAPE));
        for (Cut cut : step.cuts()) {
            wire.cutAt(cut);
            assertThatThrownBy(() -> bench.once(settings)).as(SEEDED).isNotNull();
            assertThat(wire.wasCut()).as("%s at %s", SEEDED, cut).isTrue();
        }

        bench.once(settings);
        assertFaultless(settings);
    }

    @Test
    void aRunningJobComesThroughByItself() throws Exception {
        Settings settings = Workbench.over(wire, bench.settings("tickets", "running", SHAPE));
        wire.cutAt(Step.COMMIT.cuts().get(1));
        try (RunningJob job = bench.start(settings)) {
            await().until(() -> bench.counted(settings) == TICKETS.size());
            assertThat(job.failure()).isEmpty();
        }
        assertThat(wire.wasCut()).isTrue();
        assertFaultless(settings);
    }

    private static void assertFaultless(Settings settings) {
        bench.assertEpisodes(SEEDED, settings, oracle);
        bench.assertSame(SEEDED, faultless, settings);
    }
}
