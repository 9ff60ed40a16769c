package rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StockSettingsTest {

    private static final StockSettings DEFAULTS = new StockSettings(
            20,
            List.of(),
            1.5,
            new ForecastSettings(true, Duration.ofMinutes(30), 0.95, Duration.ofMinutes(60)),
            new RedirectSettings(Duration.ofMinutes(60), 16),
            ", ",
            Duration.ofMinutes(5),
            null,
            2_000_000,
            0,
            Duration.ofMillis(500),
            0,
            null,
            null);

    @TempDir
    Path directory;

    @Test
    void givesTheDefaultsWhenNobodySaysAnything() {
        assertThat(Settings.defaults().stock()).isEqualTo(DEFAULTS);
    }

    @Test
    void readsThresholdsOfProductsStoresAndShelves() throws IOException {
        assertThat(stock("stock.thresholds { \"3\" = 50, \"Austin, TX\" = 10, \" Austin ,TX, 3 \" = 5 }")
                        .thresholds())
                .containsExactlyInAnyOrder(
                        new ThresholdOverride(null, null, "3", 50),
                        new ThresholdOverride("Austin", "TX", null, 10),
                        new ThresholdOverride("Austin", "TX", "3", 5));
    }

    @Test
    void readsQuotedFieldsOfThresholds() throws IOException {
        assertThat(stock(
                                "stock.thresholds { \"\\\"Washington, D.C.\\\", \\\"D\\\"\\\"C\\\"\" = 5, \"St. Louis, MO\" = 6 }")
                        .thresholds())
                .containsExactlyInAnyOrder(
                        new ThresholdOverride("Washington, D.C.", "D\"C", null, 5),
                        new ThresholdOverride("St. Louis", "MO", null, 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",", "Austin,", ",TX", "Austin,,3", "a, b, c, d", "\"Austin, TX", "\"Austin\" x, TX", "5\"x"
            })
    void rejectsNamesThatAreNoneOfTheThree(String name) {
        assertThatThrownBy(() -> new ThresholdEntry(name, "5").fields()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reportsAllProblemsOfThresholdsAtOnce() throws IOException {
        Path file = file(
                "stock.threshold = few",
                "stock.thresholds {",
                "  \"a, b, c, d\" = -1",
                "  \"Austin, TX\" = 10",
                "  \"Austin,TX\" = 11",
                "  \"3\" = 1.5",
                "  Boston { MA = 1 }",
                "}");

        String valid = ". Valid: stock.thresholds { \"Austin, TX, 3\" = 5 }";
        String number = "must be a whole number from 0 to 9223372036854775807" + valid;
        assertThatThrownBy(() -> load(file))
                .isInstanceOfSatisfying(
                        InvalidConfiguration.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::toString)
                                .containsExactly(
                                        "stock.thresholds.\"Boston\" is object (" + file
                                                + ":7): is a value, not a section" + valid,
                                        "stock.threshold = \"few\" (" + file + ":1): must be a whole number"
                                                + " from 0 to 9223372036854775807. Valid: stock.threshold = 20",
                                        "stock.thresholds.\"3\" = \"1.5\" (" + file + ":6): " + number,
                                        "stock.thresholds.\"Austin,TX\" = \"11\" (" + file
                                                + ":5): names the same as \"Austin, TX\"" + valid,
                                        "stock.thresholds.\"a, b, c, d\" = \"-1\" (" + file + ":3): "
                                                + ThresholdEntry.NAME_MUST + valid,
                                        "stock.thresholds.\"a, b, c, d\" = \"-1\" (" + file + ":3): " + number));
    }

    @Test
    void showsThresholdsWhateverTheirNamesSpeakOf() throws IOException {
        assertThat(load(file("stock.thresholds { \"Key West, FL\" = 7 }")).lines())
                .filteredOn(line -> line.key().startsWith("stock.thresholds"))
                .extracting(ConfigLine::value)
                .containsExactly("7");
    }

    @ParameterizedTest
    @CsvSource({
        "stock.clear-factor = 0.99, a number from 1 to 1000",
        "stock.clear-factor = NaN, a number from 1 to 1000",
        "stock.forecast.service-level = 1, a number from 0.5 to 0.9999",
        "stock.forecast.enabled = maybe, true or false",
        "stock.forecast.half-life = 0s, a duration of at least 1s",
        "stock.redirect.nearest = 0, a whole number from 1 to 1000",
        "stock.notifications.separator = \"\", 1 to 16 characters",
        "stock.checkpoint = \"hdfs://name node\", the path of a directory",
    })
    void rejectsWhatIsOutOfBounds(String line, String must) throws IOException {
        Path file = file(line);

        assertThatThrownBy(() -> load(file)).hasMessageContaining("must be " + must);
    }

    @Test
    void readsPlaces() throws IOException {
        StockSettings stock = stock("stock { checkpoint = \"hdfs://namenode/rollcall\", stores = stores.csv }");

        assertThat(stock.checkpoint()).contains("hdfs://namenode/rollcall");
        assertThat(stock.stores()).contains(Path.of("stores.csv"));
    }

    @Test
    void settingsTravelToOtherProcesses() throws Exception {
        StockSettings stock = stock("stock { stores = stores.csv, thresholds { \"3\" = 50 } }");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(stock);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(stock);
        }
    }

    private StockSettings stock(String line) throws IOException {
        return load(file(line)).settings().stock();
    }

    private Path file(String... lines) throws IOException {
        return Files.write(directory.resolve(ConfigSources.FILE_NAME), List.of(lines));
    }

    private static Configuration load(Path file) {
        return ConfigLoader.load(new ConfigSources(Optional.of(file), Map.of(), List.of()));
    }
}
