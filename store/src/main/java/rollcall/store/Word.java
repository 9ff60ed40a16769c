package rollcall.store;

import com.mongodb.client.model.Filters;
import java.util.Arrays;
import org.bson.conversions.Bson;

/** Finds a word in fields, in upper or lower case, wherever it stands. */
final class Word {

    private Word() {}

    /** The word occurs in one of the fields. */
    static Bson in(String word, String... fields) {
        String pattern = pattern(word);
        return Filters.or(Arrays.stream(fields)
                .map(field -> Filters.regex(field, pattern, "i"))
                .toList());
    }

    /** Databases differ in how they quote, and in whose letters have two cases. So each character stands for itself. */
    static String pattern(String word) {
        StringBuilder pattern = new StringBuilder();
        word.codePoints().forEach(character -> append(character, pattern));
        return pattern.toString();
    }

    private static void append(int character, StringBuilder pattern) {
        int upper = Character.toUpperCase(character);
        int lower = Character.toLowerCase(character);
        if (character > 127 && upper != lower) {
            pattern.append("(?:")
                    .appendCodePoint(lower)
                    .append('|')
                    .appendCodePoint(upper)
                    .append(')');
        } else if (character > 127 || Character.isLetterOrDigit(character)) {
            pattern.appendCodePoint(character);
        } else {
            pattern.append('\\').appendCodePoint(character);
        }
    }
}
