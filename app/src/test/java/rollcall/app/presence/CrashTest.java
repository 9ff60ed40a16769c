package rollcall.app.presence;

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
import org.junit.jupiter.params.provider.FieldSource;
import rollcall.app.testing.RunningJob;
import rollcall.app.testing.Wire;
import rollcall.app.testing.Wire.Cut;
import rollcall.config.Settings;

/** A job that dies at each step of the ledger's protocol, again when it makes up for it, and then comes through. */
class CrashTest {

    private static final String LEDGER = "kafka_meta_table";
    private static final String INTENT = "$setOnInsert";
    private static final String END = "$inc";
    private static final String ANY = "";

    private static final long SEED = System.nanoTime();
    private static final String SEEDED = "seed " + SEED;
    private static final List<Ping> PINGS = new Pings(SEED, 1_000, 1_200).make(12_000);

    private static final List<Cut> STEPS = List.of(
            new Cut(BEFORE_IT_ARRIVES, 2, LEDGER, INTENT),
            new Cut(BEFORE_IT_IS_ANSWERED, 1, LEDGER, INTENT),
            new Cut(BEFORE_IT_IS_ANSWERED, 1, "rosters", ANY),
            new Cut(BEFORE_IT_ARRIVES, 2, "rosters", ANY),
            new Cut(BEFORE_IT_ARRIVES, 1, "corrections", ANY),
            new Cut(BEFORE_IT_IS_ANSWERED, 1, "corrections", ANY),
            new Cut(BEFORE_IT_ARRIVES, 1, "report_summary", ANY),
            new Cut(BEFORE_IT_IS_ANSWERED, 2, "report_summary", ANY),
            new Cut(BEFORE_IT_ARRIVES, 1, LEDGER, END),
            new Cut(BEFORE_IT_IS_ANSWERED, 1, LEDGER, END));

    private static Workbench bench;
    private static Wire wire;
    private static Oracle oracle;
    private static List<String> faultless;
    private static List<String> corrections;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        bench = new Workbench(directory);
        wire = new Wire(bench.installation().mongoPort());
        bench.send("pings", 4, PINGS);
        oracle = new Oracle();
        oracle.add(PINGS);
        Settings settings = settings("faultless");
        bench.once(settings);
        bench.assertFigures(SEEDED, settings, oracle);
        faultless = Documents.rosters(settings.mongo());
        corrections = Documents.corrections(settings.mongo());
        assertThat(corrections).as(SEEDED).isNotEmpty();
    }

    @AfterAll
    static void stop() throws Exception {
        wire.close();
        bench.close();
    }

    @ParameterizedTest
    @FieldSource("STEPS")
    void figuresAreExactAfterTwoCrashesAt(Cut step) {
        Settings settings = Workbench.over(wire, settings("step" + STEPS.indexOf(step)));
        for (int crash = 0; crash < 2; crash++) {
            wire.cutAt(step);
            assertThatThrownBy(() -> bench.once(settings)).as(SEEDED).hasMessageContaining("presence job failed");
            assertThat(wire.wasCut()).isTrue();
        }

        bench.once(settings);
        bench.assertFigures(SEEDED, settings, oracle);
        assertThat(Documents.rosters(settings.mongo())).as(SEEDED).isEqualTo(faultless);
        assertThat(Documents.corrections(settings.mongo())).as(SEEDED).isEqualTo(corrections);

        assertThat(bench.once(settings).records()).isZero();
        bench.assertFigures(SEEDED, settings, oracle);
    }

    @Test
    void aRunningJobComesThroughByItself() throws Exception {
        Settings settings = Workbench.over(wire, settings("running"));
        wire.cutAt(new Cut(BEFORE_IT_IS_ANSWERED, 3, "rosters", ANY));
        try (RunningJob job = bench.start(settings)) {
            await().until(() -> bench.counted(settings) == PINGS.size());
            assertThat(job.failure()).isEmpty();
        }
        assertThat(wire.wasCut()).isTrue();
        bench.assertFigures(SEEDED, settings, oracle);
        assertThat(Documents.rosters(settings.mongo())).as(SEEDED).isEqualTo(faultless);
    }

    private static Settings settings(String database) {
        return bench.settings("pings", database, 4_000, 2);
    }
}
