package rollcall.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Strings by their UTF-8, so that a name seen before costs no garbage. Of a bounded size: where too many names share a
 * slot the newest stays, and very long names are not kept.
 */
public final class TextCache {

    private static final int SLOTS = 4096;
    private static final int LONGEST = 128;

    private final String[] strings = new String[SLOTS];
    private final byte[][] keys = new byte[SLOTS][];

    /** The text as a string. */
    public String get(JsonText text) {
        return get(text.bytes(), text.offset(), text.length());
    }

    String get(byte[] utf8, int offset, int length) {
        if (length > LONGEST) {
            return new String(utf8, offset, length, StandardCharsets.UTF_8);
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + utf8[i];
        }
        hash *= 0x9E3779B9; // spreads names that differ in a letter only
        // Two places for each name: two frequent names must not drive each other out all the time.
        int first = hash >>> 20;
        int second = first ^ 1;
        if (holds(first, utf8, offset, length)) {
            return strings[first];
        } else if (holds(second, utf8, offset, length)) {
            return strings[second];
        }
        int slot = keys[first] == null ? first : second;
        keys[slot] = Arrays.copyOfRange(utf8, offset, offset + length);
        strings[slot] = new String(keys[slot], StandardCharsets.UTF_8);
        return strings[slot];
    }

    private boolean holds(int slot, byte[] utf8, int offset, int length) {
        byte[] key = keys[slot];
        return key != null && Arrays.equals(key, 0, key.length, utf8, offset, offset + length);
    }
}
