package rollcall.geo;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads where stores are from comma-separated values (RFC 4180), such as
 *
 * <pre>
 * city,state,latitude,longitude
 * Austin,TX,30.2672,-97.7431
 * </pre>
 *
 * with the columns in any order; further ones are ignored.
 */
public final class StoresCsv {

    /** The columns, each with a valid value. */
    private static final Map<String, String> EXAMPLES = examples();

    private final Csv csv;
    private final List<String> problems = new ArrayList<>();
    private final Map<Place, Location> stores = new HashMap<>();
    private final Map<Place, Integer> lines = new HashMap<>();
    private List<String> header = List.of();

    private StoresCsv(Reader text) {
        csv = new Csv(text);
    }

    /**
     * The locations of the stores.
     *
     * @param csv stays open
     * @throws InvalidStores with every problem there is, if there is any
     */
    public static Map<Place, Location> parse(Reader csv) throws IOException {
        StoresCsv read = new StoresCsv(csv);
        read.readHeader();
        read.throwProblems();
        read.readStores();
        read.throwProblems();
        return Map.copyOf(read.stores);
    }

    private void readHeader() throws IOException {
        Csv.Row row = next().orElse(new Csv.Row(1, List.of()));
        header = row.fields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (String column : EXAMPLES.keySet()) {
            if (!header.contains(column)) {
                report(row, "there is no column \"" + column + '"', EXAMPLES.keySet());
            } else if (header.indexOf(column) != header.lastIndexOf(column)) {
                report(row, "there are two columns \"" + column + '"', EXAMPLES.keySet());
            }
        }
    }

    private void readStores() throws IOException {
        for (Optional<Csv.Row> row = next(); row.isPresent(); row = next()) {
            int fields = row.get().fields().size();
            if (fields == header.size()) {
                readStore(row.get());
            } else {
                List<String> example = header.stream()
                        .map(column -> EXAMPLES.getOrDefault(column, ""))
                        .toList();
                report(row.get(), fields + " fields under " + header.size() + " columns", example);
            }
        }
    }

    private void readStore(Csv.Row row) {
        Place store = new Place(name(row, "city"), name(row, "state"));
        double latitude = degrees(row, "latitude", 90);
        double longitude = degrees(row, "longitude", 180);
        Integer earlier = lines.putIfAbsent(store, row.line());
        if (earlier != null) {
            report(row, store + " is in line " + earlier + " already", List.of("one line for each store"));
        }
        if (problems.isEmpty()) {
            stores.put(store, new Location(latitude, longitude));
        }
    }

    private String name(Csv.Row row, String column) {
        String name = field(row, column);
        if (name.isEmpty()) {
            report(row, column + " is empty", List.of(EXAMPLES.get(column)));
        }
        return name;
    }

    private double degrees(Csv.Row row, String column, int most) {
        String text = field(row, column);
        try {
            double degrees = new BigDecimal(text).doubleValue();
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        String must = column + " must be degrees from -" + most + " to " + most + ", not \"" + text + '"';
        report(row, must, List.of(EXAMPLES.get(column)));
        return Double.NaN;
    }

    private String field(Csv.Row row, String column) {
        return row.fields().get(header.indexOf(column)).strip();
    }

    /** The next record that can be read. */
    private Optional<Csv.Row> next() throws IOException {
        while (true) {
            try {
                return csv.next();
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage());
            }
        }
    }

    private void report(Csv.Row row, String problem, Collection<String> valid) {
        problems.add("line " + row.line() + ": " + problem + ". Valid: " + String.join(",", valid));
    }

    private void throwProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidStores(problems);
        }
    }

    private static Map<String, String> examples() {
        Map<String, String> examples = new LinkedHashMap<>();
        examples.put("city", "Austin");
        examples.put("state", "TX");
        examples.put("latitude", "30.2672");
        examples.put("longitude", "-97.7431");
        return examples;
    }
}
