package rollcall.app.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.config.Settings;
import rollcall.engine.JobSummary;

/** The same topic, read in many ways, by the presence job on a real broker and the real engine. */
class PresenceJobTest {

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
    void batchesAndRangesChangeNoDocument() throws Exception {
        long seed = System.nanoTime();
        List<Ping> pings = new Pings(seed, 3_000, 3_600).make(40_000);
        Oracle oracle = new Oracle();
        oracle.add(pings);
        bench.send("shapes", 4, pings);
        Settings atOnce = bench.settings("shapes", "at-once", 1_000_000, 0);
        assertThat(bench.once(atOnce).batches()).isEqualTo(1);
        bench.assertFigures("seed " + seed, atOnce, oracle);

        for (int[] way : new int[][] {{400, 2}, {7_000, 8}, {1_000_000, 2}, {1_000_000, 8}}) {
            Settings settings = bench.settings("shapes", "db" + way[0] + "-" + way[1], way[0], way[1]);

            JobSummary summary = bench.once(settings);

            assertThat(summary.records()).isEqualTo(pings.size());
            assertThat(summary.batches()).isGreaterThanOrEqualTo(pings.size() / way[0]);
            bench.assertFigures("seed " + seed, settings, oracle);
            assertThat(Documents.reports(settings.mongo())).isEqualTo(Documents.reports(atOnce.mongo()));
            assertThat(Documents.rosters(settings.mongo())).isEqualTo(Documents.rosters(atOnce.mongo()));
        }
    }
}
