package rollcall.geo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Where cities are. Those of the United States with 1,000 inhabitants or more come with Rollcall, from GeoNames; they are
 * read when the first one is looked for, and kept as long as the gazetteer.
 */
public final class Gazetteer {

    /** Its columns: city, state, latitude, longitude, population. */
    private static final String US_CITIES = "us-cities.csv";

    /** Read once a process, when first asked. */
    private static final Gazetteer UNITED_STATES = new Gazetteer();

    private PlaceIndex cities;

    private Gazetteer() {}

    public static Gazetteer unitedStates() {
        return UNITED_STATES;
    }

    /**
     * The location of a city. Case, spaces, punctuation and accents do not matter, "St." is "Saint", "Ft." "Fort", "Mt."
     * "Mount"; states go by their names or postal codes. Of several cities of one name and state it is the most populous.
     */
    public Optional<Location> find(Place place) {
        return cities().find(place);
    }

    private synchronized PlaceIndex cities() {
        if (cities == null) {
            cities = read();
        }
        return cities;
    }

    private static PlaceIndex read() {
        PlaceIndex read = new PlaceIndex();
        try (Reader text =
                new InputStreamReader(Gazetteer.class.getResourceAsStream(US_CITIES), StandardCharsets.UTF_8)) {
            Csv csv = new Csv(text);
            csv.next();
            for (Optional<Csv.Row> row = csv.next(); row.isPresent(); row = csv.next()) {
                List<String> city = row.get().fields();
                read.add(
                        new Place(city.get(0), city.get(1)),
                        new Location(Double.parseDouble(city.get(2)), Double.parseDouble(city.get(3))),
                        Long.parseLong(city.get(4)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + US_CITIES, e);
        }
        return read;
    }
}
