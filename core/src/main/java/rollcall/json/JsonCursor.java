package rollcall.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Walks once over the bytes of one JSON text (RFC 8259, UTF-8) and tells what is there. Reusable; not safe for use by
 * several threads. It neither throws on malformed text nor allocates (but for buffers that grow to the largest need yet),
 * and nesting may be of any depth.
 */
public final class JsonCursor {

    /** Stands for a position that there is none of, because the text is malformed. */
    static final int MALFORMED = -1;

    private static final int END = -1;

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final JsonText text = new JsonText();
    private final JsonNumber number = new JsonNumber();
    /** Of the nested values that are open, by depth: whether it is an object rather than an array. */
    private final BitSet objects = new BitSet();

    private byte[] bytes;
    private int at;
    private int end;
    /** Whether the object entered last has not been asked for a key yet. */
    private boolean beforeFirst;

    /** Goes to the start of a text. A byte order mark is skipped, as RFC 8259 (section 8.1) allows. */
    public void start(byte[] json, int offset, int length) {
        bytes = json;
        at = offset;
        end = offset + length;
        if (length >= 3 && json[at] == (byte) 0xEF && json[at + 1] == (byte) 0xBB && json[at + 2] == (byte) 0xBF) {
            at += 3;
        }
    }

    /** The string or the key read last. */
    public JsonText text() {
        return text;
    }

    /** The number read last. */
    public JsonNumber number() {
        return number;
    }

    /** Goes into the object that comes next, to before its first member; stays before anything else. */
    public boolean enterObject() {
        beforeFirst = take('{');
        return beforeFirst;
    }

    /** Reads the key of the object's next member into {@link #text}; false if there is none, or none that is well-formed,
     * which {@link #leaveObject} tells apart. The member's value must be read before the next key. */
    public boolean nextKey() {
        boolean another = beforeFirst ? peek() != '}' : take(',');
        beforeFirst = false;
        if (!another || key()) {
            return another;
        }
        at = end; // so that there is no end of an object, wherever the malformed member ended
        return false;
    }

    /** Goes past the end of the object whose members have all been read. */
    public boolean leaveObject() {
        return take('}');
    }

    /** Whether nothing but white space is left. */
    public boolean isAtEnd() {
        return peek() == END;
    }

    /** Reads one value of any kind, to its end. */
    public JsonToken value() {
        return switch (peek()) {
            case '"' -> string() ? JsonToken.STRING : JsonToken.MALFORMED;
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                advance(number.scan(bytes, at, end)) ? JsonToken.NUMBER : JsonToken.MALFORMED;
            case 't' -> word(TRUE, JsonToken.TRUE);
            case 'f' -> word(FALSE, JsonToken.FALSE);
            case 'n' -> word(NULL, JsonToken.NULL);
            case '{', '[' -> nested() ? JsonToken.NESTED : JsonToken.MALFORMED;
            default -> JsonToken.MALFORMED;
        };
    }

    /** Reads a nested value. A loop, not a recursion: a text of nothing but brackets must not overflow the stack. */
    private boolean nested() {
        int depth = 0;
        do {
            boolean opensObject = peek() == '{';
            if (opensObject || peek() == '[') {
                at++;
                if (!take(opensObject ? '}' : ']')) {
                    objects.set(depth++, opensObject);
                    if (opensObject && !key()) {
                        return false;
                    }
                    continue;
                }
            } else if (value() == JsonToken.MALFORMED) {
                return false;
            }
            while (depth > 0 && !take(',')) {
                depth--;
                if (!take(objects.get(depth) ? '}' : ']')) {
                    return false;
                }
            }
            if (depth > 0 && objects.get(depth - 1) && !key()) {
                return false;
            }
        } while (depth > 0);
        return true;
    }

    /** Steps over a structural character and the white space before it; stays before any other character. */
    private boolean take(char structural) {
        if (peek() != structural) {
            return false;
        }
        at++;
        return true;
    }

    /** Reads the key of an object's member into {@link #text}, and the colon after it. */
    private boolean key() {
        return peek() == '"' && string() && take(':');
    }

    private boolean string() {
        return advance(text.scan(bytes, at + 1, end));
    }

    private JsonToken word(byte[] word, JsonToken token) {
        boolean fits = end - at >= word.length && Arrays.equals(bytes, at, at + word.length, word, 0, word.length);
        at += word.length;
        return fits ? token : JsonToken.MALFORMED;
    }

    private boolean advance(int to) {
        at = to;
        return to != MALFORMED;
    }

    /** The next byte after white space, which it steps over; or {@link #END}. */
    private int peek() {
        for (; at < end; at++) {
            int next = bytes[at] & 0xFF;
            if (next > ' ' || next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return next;
            }
        }
        return END;
    }
}
