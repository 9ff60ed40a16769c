package rollcall.app.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.app.testing.Waiting.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.app.testing.RunningJob;
import rollcall.config.Settings;
import rollcall.store.Correction;

/** What the presence job, on a real broker and the real engine, notes of pings that come late. */
class LatePingsTest {

    private static final long START = Pings.START;
    private static final long END = START + 3_600;

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
    void aMinuteThatLatePingsChangeKeepsWhatItSaidBefore() throws Exception {
        Settings settings = bench.settings("late", 1_000_000, 2);
        bench.send("late", 2, anHourOfThreeDrivers());
        bench.once(settings);
        assertThat(corrections(settings)).isEmpty();

        bench.append(
                "late", 2, List.of(ping(4, START + 70, true), ping(1, START + 130, false), ping(5, END - 100, true)));
        bench.once(settings);
        assertThat(corrections(settings)).hasSize(1).first().satisfies(correction -> {
            assertThat(correction.start()).isEqualTo(START + 60);
            assertThat(correction.online()).isEqualTo(3);
            assertThat(correction.available()).isEqualTo(2);
        });
        Instant first = corrections(settings).get(0).at();

        bench.append("late", 2, List.of(ping(6, START + 80, true), ping(6, START + 81, true)));
        bench.once(settings);
        assertThat(corrections(settings)).hasSize(1).first().satisfies(correction -> {
            assertThat(correction.online()).isEqualTo(3);
            assertThat(correction.at()).isAfter(first);
        });
    }

    @Test
    void historyReadInOrderIsNoCorrectionThoughOnePartitionIsReadFurtherThanAnother() throws Exception {
        List<Ping> pings = new ArrayList<>();
        for (int i = 0; i < 3_600; i++) {
            pings.add(ping(1, START + i, true));
            pings.add(ping(2 + i, START + (i < 3_000 ? i / 5 : i), true)); // its first ten minutes are long
        }
        Settings settings = bench.settings("history", 400, 2);
        bench.send("history", 2, pings);
        assertThat(bench.once(settings).batches()).isGreaterThan(10);
        assertThat(corrections(settings)).isEmpty();
    }

    @Test
    void whenAllWasReadAPingIsLateWhicheverPartitionItComesBy() throws Exception {
        Settings settings = bench.settings("quiet", 1_000_000, 2);
        bench.send("quiet", 2, List.of(ping(1, END, true)));
        try (RunningJob job = bench.start(settings)) {
            await().until(() -> bench.counted(settings) == 1);
            bench.append("quiet", 2, List.of(ping(1, END, true), ping(2, START, false)));
            await().until(() -> bench.counted(settings) == 3);
            assertThat(job.failure()).isEmpty();
        }
        assertThat(corrections(settings)).extracting(Correction::start).containsExactly(START);
    }

    private static List<Correction> corrections(Settings settings) {
        return bench.database(settings).corrections().between(Long.MIN_VALUE, Long.MAX_VALUE, 100);
    }

    /** Each partition has all of the hour; drivers 1 and 2 are available. */
    private static List<Ping> anHourOfThreeDrivers() {
        List<Ping> pings = new ArrayList<>();
        for (long second = START; second < END; second += 10) {
            for (int driver = 1; driver <= 3; driver++) {
                pings.add(ping(driver, second, driver < 3));
            }
        }
        return pings;
    }

    private static Ping ping(int driver, long second, boolean available) {
        String json = "{\"driver_id\":" + driver + ",\"timestamp\":" + second + ",\"on_duty\":" + available + "}";
        return new Ping(json.getBytes(StandardCharsets.UTF_8), second * 1000, driver, second, available, null, null);
    }
}
