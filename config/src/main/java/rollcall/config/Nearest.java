package rollcall.config;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the key that somebody who wrote an unknown one most likely had in mind. */
final class Nearest {

    private Nearest() {}

    static Optional<String> to(String unknown) {
        return Stream.concat(
                        Keys.ALL.stream().map(Key::path), Keys.BLOCKS.stream().map(Block::path))
                .filter(known -> distance(unknown, known) <= Math.max(1, known.length() / 4)
                        || distance(lastName(unknown), lastName(known))
                                <= lastName(known).length() / 4)
                .min(Comparator.comparingInt((String known) -> distance(unknown, known)));
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('.') + 1).replace("\"", "");
    }

    /** Levenshtein's edit distance (1966), one row at a time. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
