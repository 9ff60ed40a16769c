package rollcall.geo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Spellings of one place's name. */
final class PlaceNames {

    private static final Map<String, String> ABBREVIATIONS =
            Map.of("st", "saint", "ste", "sainte", "ft", "fort", "mt", "mount");

    /** What people write without "City" or "D.C.". */
    private static final Map<Place, String> FULL_NAMES =
            Map.of(new Place("newyork", "ny"), "newyorkcity", new Place("washington", "dc"), "washingtondc");

    private PlaceNames() {}

    /**
     * The same for every spelling of a place: whatever the case, spaces, punctuation and accents, "St." or "Saint", "TX"
     * or "Texas".
     */
    static Place canonical(Place place) {
        String state = UsStates.postalCode(plain(place.state(), Map.of()));
        String city = plain(place.city(), ABBREVIATIONS);
        return new Place(FULL_NAMES.getOrDefault(new Place(city, state), city), state);
    }

    /** The letters and digits, words written out. */
    private static String plain(String name, Map<String, String> abbreviations) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                append(word, abbreviations, plain);
            }
        }
        append(word, abbreviations, plain);
        return plain.toString();
    }

    private static void append(StringBuilder word, Map<String, String> abbreviations, StringBuilder plain) {
        plain.append(abbreviations.getOrDefault(word.toString(), word.toString()));
        word.setLength(0);
    }
}
