package rollcall.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A JSON string as UTF-8 bytes without its escapes: a slice of the JSON text itself where it has none, else of a buffer.
 * An escaped surrogate without its partner becomes {@code ?}, as with {@link String#getBytes}.
 */
public final class JsonText {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101_0101_0101_0101L;

    private byte[] unescaped = new byte[256];
    private int unescapedLength;

    private byte[] bytes = unescaped;
    private int offset;
    private int length;

    /** The array that {@link #offset} and {@link #length} are about; valid until the next string is read. */
    public byte[] bytes() {
        return bytes;
    }

    public int offset() {
        return offset;
    }

    /** In bytes of UTF-8. */
    public int length() {
        return length;
    }

    public boolean equalTo(byte[] utf8) {
        return length == utf8.length && Arrays.equals(bytes, offset, offset + length, utf8, 0, length);
    }

    @Override
    public String toString() {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }

    /** Reads a string whose first character is at {@code from}; returns the position after its closing quote. */
    int scan(byte[] json, int from, int end) {
        unescapedLength = 0;
        int pending = from; // start of what is not in the buffer yet
        for (int at = skipPlain(json, from, end); at < end; at = skipPlain(json, at, end)) {
            byte next = json[at];
            if (next == '"') {
                finish(json, from, pending, at);
                return at + 1;
            } else if (next == '\\') {
                append(json, pending, at);
                at = unescape(json, at + 1, end);
                if (at == JsonCursor.MALFORMED) {
                    return JsonCursor.MALFORMED;
                }
                pending = at;
            } else {
                int width = Utf8.width(json, at, end);
                if (width < 2) {
                    return JsonCursor.MALFORMED;
                }
                at += width;
            }
        }
        return JsonCursor.MALFORMED;
    }

    private void finish(byte[] json, int from, int pending, int closingQuote) {
        if (pending == from) {
            bytes = json;
            offset = from;
            length = closingQuote - from;
        } else {
            append(json, pending, closingQuote);
            bytes = unescaped;
            offset = 0;
            length = unescapedLength;
        }
    }

    /** The first position that is not plain ASCII: a quote, a backslash, a control character, or beyond ASCII. */
    private static int skipPlain(byte[] json, int from, int end) {
        int at = from;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            long word = (long) WORDS.get(json, at);
            // Eight at a time (Mycroft's test): a byte's top bit is set if it, or a byte before it, is special.
            long special =
                    (word | word - EACH * ' ' | (word ^ EACH * '"') - EACH | (word ^ EACH * '\\') - EACH) & EACH * 0x80;
            if (special != 0) {
                return at + (Long.numberOfTrailingZeros(special) >>> 3);
            }
        }
        while (at < end && json[at] >= ' ' && json[at] != '"' && json[at] != '\\') {
            at++;
        }
        return at;
    }

    /** Appends what the escape after a backslash stands for; returns the position after it. */
    private int unescape(byte[] json, int at, int end) {
        if (at >= end) {
            return JsonCursor.MALFORMED;
        }
        switch (json[at]) {
            case '"', '\\', '/' -> append(json[at]);
            case 'b' -> append('\b');
            case 'f' -> append('\f');
            case 'n' -> append('\n');
            case 'r' -> append('\r');
            case 't' -> append('\t');
            case 'u' -> {
                return unescapeUnicode(json, at + 1, end);
            }
            default -> {
                return JsonCursor.MALFORMED;
            }
        }
        return at + 1;
    }

    private int unescapeUnicode(byte[] json, int at, int end) {
        int unit = hex(json, at, end);
        if (unit < 0) {
            return JsonCursor.MALFORMED;
        }
        int after = at + 4;
        if (Character.isHighSurrogate((char) unit)
                && after + 2 <= end
                && json[after] == '\\'
                && json[after + 1] == 'u') {
            int low = hex(json, after + 2, end);
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                append(Character.toCodePoint((char) unit, (char) low));
                return after + 6;
            }
        }
        append(Character.isSurrogate((char) unit) ? '?' : unit);
        return after;
    }

    private static int hex(byte[] json, int at, int end) {
        if (end - at < 4) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            // Widened without its sign: Character.digit knows digits beyond ASCII, none of them below 256.
            int digit = Character.digit(json[i] & 0xFF, 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private void append(int codePoint) {
        reserve(4);
        unescapedLength += Utf8.put(codePoint, unescaped, unescapedLength);
    }

    private void append(byte[] json, int from, int to) {
        reserve(to - from);
        System.arraycopy(json, from, unescaped, unescapedLength, to - from);
        unescapedLength += to - from;
    }

    private void reserve(int more) {
        if (unescapedLength + more > unescaped.length) {
            unescaped = Arrays.copyOf(unescaped, Math.max(unescaped.length * 2, unescapedLength + more));
        }
    }
}
