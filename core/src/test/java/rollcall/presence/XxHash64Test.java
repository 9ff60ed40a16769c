package rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class XxHash64Test {

    private static final long PRIME_32 = 2_654_435_761L;
    private static final long PRIME_64 = 0x9E3779B185EBCA8DL;

    /** The reference implementation's own vectors (xxHash, tests/sanity_test_vectors.h). */
    @ParameterizedTest
    @CsvSource({
        "0, 0, EF46DB3751D8E999",
        "0, 2654435761, AC75FDA2929B17EF",
        "1, 0, E934A84ADB052768",
        "1, 2654435761, 5014607643A9B4C3",
        "4, 0, 9136A0DCA57457EE",
        "14, 0, 8282DCC4994E35C8",
        "14, 2654435761, C3BD6BF63DEB6DF0",
        "222, 0, B641AE8CB691C174",
        "222, 2654435761, 20CB8AB7AE10C14A"
    })
    void agreesWithReferenceVectors(int length, long seed, String hash) {
        byte[] bytes = new byte[length];
        long generator = PRIME_32;
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (generator >>> 56);
            generator *= PRIME_64;
        }
        assertThat(XxHash64.hash(bytes, 0, length, seed)).isEqualTo(Long.parseUnsignedLong(hash, 16));
    }

    @ParameterizedTest
    @CsvSource({
        "a, D24EC4F1A98C6E5B",
        "abc, 44BC2CF5AD770999",
        "xxhash, 32DD38952C4BC720",
        "Nobody inspects the spammish repetition, FBCEA83C8A378BF1"
    })
    void agreesWithPublishedHashes(String text, String hash) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(XxHash64.hash(bytes, 0, bytes.length, 0)).isEqualTo(Long.parseUnsignedLong(hash, 16));
    }

    @Test
    void hashesSliceAsItsOwnArray() {
        byte[] bytes = "0123456789".repeat(10).getBytes(StandardCharsets.US_ASCII);
        for (int length = 0; length < 80; length++) {
            byte[] slice = Arrays.copyOfRange(bytes, 13, 13 + length);
            assertThat(XxHash64.hash(bytes, 13, length, 7)).isEqualTo(XxHash64.hash(slice, 0, length, 7));
        }
    }
}
