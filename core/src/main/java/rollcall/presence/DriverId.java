package rollcall.presence;

import java.nio.charset.StandardCharsets;

/**
 * How a driver's id becomes 64 bits. Integer ids from 1 to 2<sup>63</sup> − 1 stay as they are. String ids, and integers
 * beyond, become a 63-bit hash of their UTF-8 bytes (digits, for an integer) with the top bit set, so that a string
 * never meets an integer.
 *
 * <p>Collisions: among n string ids, the odds that any two share a hash are about n²/2<sup>64</sup>: 1 in 18 million for a
 * million drivers, 1 in 1,800 for a hundred million. A collision makes one count one too low.
 */
public final class DriverId {

    private static final long HASHED = Long.MIN_VALUE;

    private DriverId() {}

    /** The id of a driver named by a string. */
    public static long of(String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return ofUtf8(utf8, 0, utf8.length);
    }

    /** The id of a driver named by a string, given as UTF-8. */
    public static long ofUtf8(byte[] utf8, int offset, int length) {
        return HASHED | XxHash64.hash(utf8, offset, length, 0);
    }

    /** The id of a driver whose number, given as ASCII digits without leading zeros, is beyond 2<sup>63</sup> − 1. */
    static long ofHugeInteger(byte[] digits, int offset, int length) {
        // Another seed, so that the number and the string of the same digits are two drivers here too.
        return HASHED | XxHash64.hash(digits, offset, length, 1);
    }
}
