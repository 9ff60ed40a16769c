package rollcall.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoresCsvTest {

    private static final String HEADER = "city,state,latitude,longitude\n";
    private static final Place AUSTIN = new Place("Austin", "TX");

    @Test
    void readsStores() throws IOException {
        assertThat(parse(HEADER + "Austin,TX,30.2672,-97.7431\n\"Washington, D.C.\",DC,38,-77\n"))
                .isEqualTo(Map.of(
                        AUSTIN,
                        new Location(30.2672, -97.7431),
                        new Place("Washington, D.C.", "DC"),
                        new Location(38, -77)));
    }

    @Test
    void columnsMayBeInAnyOrderAndMore() throws IOException {
        assertThat(parse("manager, Longitude ,latitude,STATE,city\nAnn,-97.7431,30.2672, TX , Austin\n"))
                .isEqualTo(Map.of(AUSTIN, new Location(30.2672, -97.7431)));
    }

    @Test
    void thereMayBeNoStores() throws IOException {
        assertThat(parse(HEADER)).isEmpty();
    }

    @Test
    void nothingHasNoHeader() {
        assertProblems(
                "",
                "line 1: there is no column \"city\". Valid: city,state,latitude,longitude",
                "line 1: there is no column \"state\". Valid: city,state,latitude,longitude",
                "line 1: there is no column \"latitude\". Valid: city,state,latitude,longitude",
                "line 1: there is no column \"longitude\". Valid: city,state,latitude,longitude");
    }

    @Test
    void rejectsColumnThatIsThereTwice() {
        assertProblems(
                "city,state,latitude,longitude,City\n",
                "line 1: there are two columns \"city\". Valid: city,state,latitude,longitude");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "NaN", "90.001", "-91", "1e400", "30d", "0x1p3", "30,2672", "1e2147483647"})
    void rejectsLatitudeThatIsNone(String latitude) {
        assertProblems(
                HEADER + "Austin,TX,\"" + latitude + "\",-97.7431",
                "line 2: latitude must be degrees from -90 to 90, not \"" + latitude + "\". Valid: 30.2672");
    }

    @Test
    void rejectsStoreThatIsThereTwice() {
        assertProblems(
                HEADER + "Austin,TX,30,-97\nAustin,TX,31,-98\n",
                "line 3: Austin, TX is in line 2 already. Valid: one line for each store");
    }

    @Test
    void rejectsCommaThatIsNotQuoted() {
        assertProblems(
                "city,state,phone,latitude,longitude\nWashington, D.C.,DC,1,38,-77\n",
                "line 2: 6 fields under 5 columns. Valid: Austin,TX,,30.2672,-97.7431");
    }

    @Test
    void reportsAllProblemsAtOnce() {
        assertProblems(
                HEADER + "Austin,TX,30,-97\n,TX,30,197\nWaco\nEl \"Paso\",TX,31,-106\nDallas,,32,-96\n",
                "line 3: city is empty. Valid: Austin",
                "line 3: longitude must be degrees from -180 to 180, not \"197\". Valid: -97.7431",
                "line 4: 1 fields under 4 columns. Valid: Austin,TX,30.2672,-97.7431",
                "line 5: a quote inside of a field. Valid: \"the \"\"big\"\" store\",TX",
                "line 6: state is empty. Valid: TX");
    }

    private static void assertProblems(String csv, String... problems) {
        assertThatExceptionOfType(InvalidStores.class)
                .isThrownBy(() -> parse(csv))
                .withMessage(String.join("\n", problems));
    }

    private static Map<Place, Location> parse(String csv) throws IOException {
        return StoresCsv.parse(new StringReader(csv));
    }
}
