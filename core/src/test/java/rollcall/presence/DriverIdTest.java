package rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DriverIdTest {

    @Test
    void stringNeverMeetsAnInteger() {
        for (int i = 0; i < 1000; i++) {
            assertThat(DriverId.of("driver-" + i)).isNegative();
        }
    }

    @Test
    void numberAndStringOfTheSameDigitsAreTwoDrivers() {
        byte[] digits = "9223372036854775808".getBytes(StandardCharsets.US_ASCII);
        assertThat(DriverId.ofHugeInteger(digits, 0, digits.length))
                .isNegative()
                .isNotEqualTo(DriverId.of("9223372036854775808"));
    }

    @Test
    void sliceOfBytesIsTheSameDriverAsTheString() {
        byte[] bytes = "<São Paulo 7>".getBytes(StandardCharsets.UTF_8);
        assertThat(DriverId.ofUtf8(bytes, 1, bytes.length - 2)).isEqualTo(DriverId.of("São Paulo 7"));
    }

    /** Ids are stored: another value for the same name would count every driver twice. */
    @Test
    void idOfANameIsFixedForGood() {
        assertThat(DriverId.of("abc")).isEqualTo(0x44BC2CF5AD770999L | Long.MIN_VALUE);
    }

    @Test
    void aMillionNamesDoNotCollide() {
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < 1_000_000; i++) {
            ids.add(DriverId.of("driver-" + i));
        }
        assertThat(ids).hasSize(1_000_000);
    }
}
