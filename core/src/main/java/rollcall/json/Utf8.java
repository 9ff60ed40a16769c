package rollcall.json;

/** UTF-8 by The Unicode Standard, table 3-7: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
final class Utf8 {

    private Utf8() {}

    /** How many bytes the well-formed character at a position has; 0 if it is ill-formed or cut off. */
    static int width(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        } else if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        int width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (end - at < width) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most) {
            return 0;
        }
        for (int i = at + 2; i < at + width; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return width;
    }

    /** Writes a code point that is no surrogate; returns how many bytes it took, at most 4. */
    static int put(int codePoint, byte[] to, int at) {
        if (codePoint < 0x80) {
            to[at] = (byte) codePoint;
            return 1;
        } else if (codePoint < 0x800) {
            to[at] = (byte) (0xC0 | codePoint >> 6);
            to[at + 1] = tail(codePoint);
            return 2;
        } else if (codePoint < 0x10000) {
            to[at] = (byte) (0xE0 | codePoint >> 12);
            to[at + 1] = tail(codePoint >> 6);
            to[at + 2] = tail(codePoint);
            return 3;
        }
        to[at] = (byte) (0xF0 | codePoint >> 18);
        to[at + 1] = tail(codePoint >> 12);
        to[at + 2] = tail(codePoint >> 6);
        to[at + 3] = tail(codePoint);
        return 4;
    }

    private static byte tail(int bits) {
        return (byte) (0x80 | bits & 0x3F);
    }
}
