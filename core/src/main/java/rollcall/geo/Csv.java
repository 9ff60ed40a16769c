package rollcall.geo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads comma-separated values as RFC 4180 defines them, and a little more: lines may end in LF alone, empty ones are
 * skipped, and so is a byte order mark. A line break inside of quotes is read as LF.
 */
public final class Csv {

    /**
     * One record.
     *
     * @param line where it begins, counted from 1
     */
    public record Row(int line, List<String> fields) {}

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final BufferedReader lines;
    private int line;
    private String text;
    private int at;

    /** @param csv stays open */
    public Csv(Reader csv) {
        lines = new BufferedReader(csv);
    }

    /**
     * The next record; empty at the end.
     *
     * @throws IllegalArgumentException naming the line, if a quote is where none may be. One can read on after it.
     */
    public Optional<Row> next() throws IOException {
        do {
            if (!nextLine()) {
                return Optional.empty();
            }
        } while (text.isEmpty());
        int begin = line;
        List<String> fields = new ArrayList<>();
        do {
            fields.add(text.startsWith("\"", at) ? quotedField() : plainField());
        } while (at++ < text.length());
        return Optional.of(new Row(begin, fields));
    }

    private boolean nextLine() throws IOException {
        text = lines.readLine();
        at = 0;
        line++;
        if (line == 1 && text != null && text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(BYTE_ORDER_MARK.length());
        }
        return text != null;
    }

    private String plainField() {
        int comma = text.indexOf(',', at);
        String field = text.substring(at, comma < 0 ? text.length() : comma);
        if (field.indexOf('"') >= 0) {
            throw misplacedQuote();
        }
        at += field.length();
        return field;
    }

    private String quotedField() throws IOException {
        int begin = line;
        StringBuilder field = new StringBuilder();
        at++;
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                field.append(text, at, text.length()).append('\n');
                if (!nextLine()) {
                    throw new IllegalArgumentException("line " + begin + ": a quote is opened and never closed");
                }
            } else if (text.startsWith("\"\"", quote)) {
                field.append(text, at, quote + 1);
                at = quote + 2;
            } else {
                field.append(text, at, quote);
                at = quote + 1;
                if (at < text.length() && text.charAt(at) != ',') {
                    throw misplacedQuote();
                }
                return field.toString();
            }
        }
    }

    private IllegalArgumentException misplacedQuote() {
        return new IllegalArgumentException(
                "line " + line + ": a quote inside of a field. Valid: \"the \"\"big\"\" store\",TX");
    }
}
