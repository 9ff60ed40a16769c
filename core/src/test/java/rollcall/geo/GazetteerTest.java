package rollcall.geo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GazetteerTest {

    private static final Gazetteer UNITED_STATES = Gazetteer.unitedStates();

    @Test
    void knowsWhereAustinIs() {
        assertThat(UNITED_STATES.find(new Place("Austin", "TX"))).contains(new Location(30.2672, -97.7431));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "New York City | NY | New York | NY",
                "New York City | NY | new york | New York",
                "Austin | TX | AUSTIN | tx",
                "Austin | TX | Austin | Texas",
                "Austin | TX | # Austin # | # TX #",
                "Los Angeles | CA | LosAngeles | California",
                "St. Louis | MO | Saint Louis | MO",
                "St. Louis | MO | St Louis | MO",
                "Saint Paul | MN | St. Paul | MN",
                "Port Saint Lucie | FL | Port St.Lucie | FL",
                "Sault Ste. Marie | MI | Sault Sainte Marie | Michigan",
                "Fort Worth | TX | Ft. Worth | TX",
                "Mount Vernon | NY | Mt Vernon | N.Y.",
                "Billings | MT | Billings | Montana",
                "La Cañada Flintridge | CA | La Canada Flintridge | CA",
                "Hāwī | HI | Hawi | Hawaii",
                "Kapa‘a | HI | Kapaa | HI",
                "Winston-Salem | NC | Winston Salem | North Carolina",
                "Coeur d'Alene | ID | Coeur D Alene | ID",
                "Washington, D.C. | DC | Washington | DC",
                "Washington, D.C. | DC | Washington | District of Columbia"
            })
    void forgivesSpelling(String city, String state, String writtenCity, String writtenState) {
        assertThat(UNITED_STATES.find(new Place(writtenCity, writtenState)))
                .isPresent()
                .isEqualTo(UNITED_STATES.find(new Place(city, state)));
    }

    @ParameterizedTest
    @CsvSource({"Austin, ZZ", "Atlantis, TX", "Wien, Wien", "東京, 東京都", "'', TX", "Austin, ''", "'', ''", "., ."})
    void doesNotKnowOtherPlaces(String city, String state) {
        assertThat(UNITED_STATES.find(new Place(city, state))).isEmpty();
    }

    @Test
    void findsEveryCityByItsOwnName() throws IOException {
        try (Reader text = new InputStreamReader(Gazetteer.class.getResourceAsStream("us-cities.csv"), UTF_8)) {
            Csv csv = new Csv(text);
            csv.next();
            int cities = 0;
            for (Optional<Csv.Row> row = csv.next(); row.isPresent(); row = csv.next()) {
                List<String> city = row.get().fields();
                assertThat(UNITED_STATES.find(new Place(city.get(0), city.get(1))))
                        .as("%s", city)
                        .contains(new Location(Double.parseDouble(city.get(2)), Double.parseDouble(city.get(3))));
                cities++;
            }
            assertThat(cities).isGreaterThan(16_000);
        }
    }
}
