package rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PingScannerTest {

    private static final long EVENT_SECOND = 1_514_779_245L;
    private static final long RECORD_MILLIS = EVENT_SECOND * 1000;
    private static final long MINUTE_MILLIS = 60_000;

    private final PingScanner scanner = new PingScanner(5 * MINUTE_MILLIS, Long.MAX_VALUE);

    @Test
    void readsPing() {
        assertThat(scan("{\"driver_id\": 81234, \"timestamp\": 1514779245, \"on_duty\": 1}"))
                .isNull();
        assertThat(scanner.driver()).isEqualTo(81234);
        assertThat(scanner.epochSecond()).isEqualTo(EVENT_SECOND);
        assertThat(scanner.epochMilli()).isEqualTo(RECORD_MILLIS);
        assertThat(scanner.available()).isTrue();
        assertThat(scanner.city()).isEqualTo(Bucket.OVERALL);
    }

    @Test
    void readsSliceOfArray() {
        byte[] bytes = "}}{\"driver_id\":1,\"timestamp\":1514779245,\"on_duty\":0}{{".getBytes(StandardCharsets.UTF_8);
        assertThat(scanner.scan(bytes, 2, bytes.length - 4, RECORD_MILLIS)).isNull();
        assertThat(scanner.scan(bytes, 2, bytes.length - 5, RECORD_MILLIS)).isEqualTo(Rejection.JSON);
        assertThat(scanner.scan(bytes, 2, bytes.length - 3, RECORD_MILLIS)).isEqualTo(Rejection.JSON);
    }

    @Test
    void rejectsRecordWithoutValue() {
        assertThat(scanner.scan(null, 0, 0, RECORD_MILLIS)).isEqualTo(Rejection.JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"x\"",
                "[]",
                "[{}]",
                "{",
                "}",
                "{}}",
                "{},",
                "{} {}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":01}",
                "{\"a\":-}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":1e}",
                "{\"a\":1e+}",
                "{\"a\":0x1}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":tru}",
                "{\"a\":truex}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\\u12",
                "{\"a\":\"\t\"}",
                "{\"a\":\"b}",
                "{\"a\":[1,]}",
                "{\"a\":[1}",
                "{\"a\":{\"b\":1]}",
                "{\"a\":[}",
                "{\"a\":{\"b\"}}",
                "{/**/}",
                "{\"a\":\"\u0000\"}",
                "\u00a0{}",
                "{}\u00a0",
                "\ufeff\ufeff{}"
            })
    void rejectsWhatIsNotOneJsonObject(String json) {
        assertThat(scan(json)).isEqualTo(Rejection.JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "C2",
                "C0AF",
                "C1BF",
                "E08080",
                "EDA080",
                "EDBFBF",
                "F0808080",
                "F4908080",
                "F5808080",
                "E282",
                "FF",
                "FEFF"
            })
    void rejectsIllFormedUtf8(String hex) {
        byte[] text = HexFormat.of().parseHex(hex);
        byte[] prefix =
                "{\"driver_id\":1,\"timestamp\":1514779245,\"on_duty\":1,\"city\":\"".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(prefix, prefix.length + text.length + 2);
        System.arraycopy(text, 0, bytes, prefix.length, text.length);
        bytes[bytes.length - 2] = '"';
        bytes[bytes.length - 1] = '}';
        assertThat(scanner.scan(bytes, 0, bytes.length, RECORD_MILLIS)).isEqualTo(Rejection.JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufeff{\"driver_id\":7,\"timestamp\":1514779245,\"on_duty\":1}",
                " \t\r\n{ \"driver_id\" : 7 , \"timestamp\" : 1514779245 , \"on_duty\" : 1 } \n",
                "{\"on_duty\":1,\"timestamp\":1514779245,\"driver_id\":7}",
                "{\"driver\\u005fid\":7,\"\\u0074imestamp\":1514779245,\"on_dut\\u0079\":1}",
                "{\"x\":{\"driver_id\":9,\"y\":[[],{},[1,{\"z\":null}]]},\"driver_id\":7,\"timestamp\":1514779245,\"on_duty\":1}",
                "{\"driver_id\":\"no\",\"driver_id\":null,\"driver_id\":7,\"timestamp\":1514779245,\"on_duty\":1}",
                "{\"driver_id\":7,\"timestamp\":1514779245,\"on_duty\":1,\"\":-1.5e-7,\"Driver_id\":8,\"driver_id \":8}"
            })
    void readsEveryFormOfObject(String json) {
        assertThat(scan(json)).isNull();
        assertThat(scanner.driver()).isEqualTo(7);
        assertThat(scanner.epochSecond()).isEqualTo(EVENT_SECOND);
        assertThat(scanner.available()).isTrue();
    }

    @Test
    void readsAnyDepthOfNesting() {
        String open = "[".repeat(500_000) + "{\"a\":".repeat(500_000);
        String close = "}".repeat(500_000) + "]".repeat(500_000);
        String members = "\"driver_id\":7,\"timestamp\":1514779245,\"on_duty\":1}";
        assertThat(scan("{\"deep\":" + open + "0" + close + "," + members)).isNull();
        assertThat(scan("{\"deep\":" + open)).isEqualTo(Rejection.JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "81234, 81234",
        "81234.0, 81234",
        "8.1234e4, 81234",
        "812340E-1, 81234",
        "0.00081234e+8, 81234",
        "81234000000000000000000000000e-24, 81234",
        "4294967295, 4294967295",
        "4294967296, 4294967296",
        "999999999999999999, 999999999999999999",
        "1000000000000000000, 1000000000000000000",
        "9223372036854775807, 9223372036854775807",
        "9.223372036854775807e18, 9223372036854775807"
    })
    void readsIntegerDriver(String json, long driver) {
        assertThat(scanDriver(json)).isNull();
        assertThat(scanner.driver()).isEqualTo(driver);
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775808, 9223372036854775808",
        "18446744073709551615, 18446744073709551615",
        "18446744073709551617, 18446744073709551617",
        "1e20, 100000000000000000000",
        "1.5E20, 150000000000000000000",
        "12345678901234567890123456789.0, 12345678901234567890123456789"
    })
    void hashesDriverBeyondLong(String json, String digits) {
        byte[] ascii = digits.getBytes(StandardCharsets.US_ASCII);
        assertThat(scanDriver(json)).isNull();
        assertThat(scanner.driver()).isEqualTo(DriverId.ofHugeInteger(ascii, 0, ascii.length));
        assertThat(scanner.driver()).isNotEqualTo(DriverId.of(digits));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            value = {
                "\"a\", a",
                "\"81234\", 81234",
                "\"a\\u0062c\", abc",
                "\"\\u00e9\\uD83D\\uDE80\", é🚀",
                "\"é🚀\", é🚀",
                "\"\\uD83D\", ?",
                "\"\\uDE80\\uD83D\", ??",
                "\"\\uD83Dx\", ?x",
                "\"\\\"\\\\\\/\", \"\\/"
            })
    void hashesStringDriver(String json, String name) {
        assertThat(scanDriver(json)).isNull();
        assertThat(scanner.driver()).isEqualTo(DriverId.of(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "0e9",
                "-1",
                "-81234",
                "1.5",
                "1e-1",
                "-9223372036854775808",
                "-1e30",
                "\"\"",
                "null",
                "true",
                "false",
                "{}",
                "[]",
                "[1]",
                "1e1000",
                "1e999999999",
                "1e99999999999999999999",
                "1e-99999999999999999999"
            })
    void rejectsDriver(String json) {
        assertThat(scanDriver(json)).isEqualTo(Rejection.DRIVER_ID);
    }

    @Test
    void readsDriverOfThousandDigits() {
        assertThat(scanDriver("1e999")).isNull();
        assertThat(scanDriver("9".repeat(1000))).isNull();
        assertThat(scanDriver("9".repeat(1001))).isEqualTo(Rejection.DRIVER_ID);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "-0.0, 1970-01-01T00:00:00Z",
        "-1, 1969-12-31T23:59:59Z",
        "1514779245, 2018-01-01T04:00:45Z",
        "1514779245.0, 2018-01-01T04:00:45Z",
        "1.514779245e9, 2018-01-01T04:00:45Z",
        "99999999999, 5138-11-16T09:46:39Z",
        "100000000000, 1973-03-03T09:46:40Z",
        "1514779245999, 2018-01-01T04:00:45.999Z",
        "-62135596800, 0001-01-01T00:00:00Z",
        "253402300799999, 9999-12-31T23:59:59.999Z",
        "\"2018-01-01T04:00:45Z\", 2018-01-01T04:00:45Z",
        "\"2018-01-01t04:00:45z\", 2018-01-01T04:00:45Z",
        "\"2018-01-01T04:00Z\", 2018-01-01T04:00:00Z",
        "\"2018-01-01T04:00:45.1Z\", 2018-01-01T04:00:45.100Z",
        "\"2018-01-01T04:00:45.123999999Z\", 2018-01-01T04:00:45.123Z",
        "\"1968-01-01T04:00:45.0009Z\", 1968-01-01T04:00:45Z",
        "\"2018-01-01T05:30:45+01:30\", 2018-01-01T04:00:45Z",
        "\"2017-12-31T22:00:45.5-06:00\", 2018-01-01T04:00:45.500Z",
        "\"2018-01-01T04:00:45-00:00\", 2018-01-01T04:00:45Z",
        "\"2018-01-01T05:00:45+01\", 2018-01-01T04:00:45Z",
        "\"2018-01-01T22:00:45+18:00\", 2018-01-01T04:00:45Z",
        "\"2018-01-01T05:00:45+01:00[Europe/Paris]\", 2018-01-01T04:00:45Z",
        "\"2016-02-29T00:00:00Z\", 2016-02-29T00:00:00Z",
        "\"2018\\u002d01-01T04:00:45Z\", 2018-01-01T04:00:45Z",
        "\"0001-01-01T00:00:00Z\", 0001-01-01T00:00:00Z",
        "\"9999-12-31T23:59:59.999Z\", 9999-12-31T23:59:59.999Z"
    })
    void readsTimestamp(String json, Instant time) {
        PingScanner patient = new PingScanner(Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(scan(patient, ping("1", json, "1"), RECORD_MILLIS)).isNull();
        assertThat(patient.epochMilli()).isEqualTo(time.toEpochMilli());
        assertThat(patient.epochSecond()).isEqualTo(time.getEpochSecond());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "[]",
                "{}",
                "1514779245.5",
                "1e-3",
                "-62135596801",
                "-1e12",
                "-1e400",
                "\"\"",
                "\"1514779245\"",
                "\"yesterday\"",
                "\"2018-01-01\"",
                "\"2018-01-01T04:00:45\"",
                "\"2018-01-01 04:00:45Z\"",
                "\"2018-02-29T00:00:00Z\"",
                "\"2018-13-01T00:00:00Z\"",
                "\"2018-01-01T24:00:00Z\"",
                "\"2018-01-01T04:00:60Z\"",
                "\"2018-01-01T04:60:00Z\"",
                "\"2018-01-01T04:00:45.1234567890Z\"",
                "\"2018-01-01T04:00:45+18:01\"",
                "\"2018-01-01T04:00:45+01:60\"",
                "\"2018-01-01T04:00:45Zx\"",
                "\"2018-01-01T04:00:45[Europe/Paris]\"",
                "\"2018-01-01T04:00:45+01:00[Europe/Rollcall]\"",
                "\"0000-12-31T23:59:59Z\"",
                "\"0001-01-01T00:00:00+01:00\"",
                "\"9999-12-31T23:59:59-01:00\"",
                "\"+10000-01-01T00:00:00Z\"",
                "\"+999999999-01-01T00:00:00Z\"",
                "\" 2018-01-01T04:00:45Z\""
            })
    void rejectsTimestamp(String json) {
        assertThat(scan(ping("1", json, "1"))).isEqualTo(Rejection.TIMESTAMP);
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "true, true",
        "1.0, true",
        "10e-1, true",
        "0, false",
        "false, false",
        "0.0, false",
        "-0, false",
        "0e5, false"
    })
    void readsOnDuty(String json, boolean available) {
        assertThat(scan(ping("1", "1514779245", json))).isNull();
        assertThat(scanner.available()).isEqualTo(available);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "-1", "0.5", "1e1", "1e30", "\"1\"", "\"true\"", "null", "[]", "{}"})
    void rejectsOnDuty(String json) {
        assertThat(scan(ping("1", "1514779245", json))).isEqualTo(Rejection.ON_DUTY);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            value = {"\"Austin\", Austin", "\"S\\u00e3o Paulo\", São Paulo", "\"São Paulo\", São Paulo"})
    void readsCity(String json, String city) {
        assertThat(scan("{\"city\":" + json + ",\"driver_id\":1,\"timestamp\":1514779245,\"on_duty\":1}"))
                .isNull();
        assertThat(scanner.city()).isEqualTo(city);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\"", "null", "7", "true", "[\"Austin\"]", "{\"city\":\"Austin\"}", "\"Austin\",\"city\":0"})
    void takesAnythingElseForNoCity(String json) {
        assertThat(scan("{\"city\":" + json + ",\"driver_id\":1,\"timestamp\":1514779245,\"on_duty\":1}"))
                .isNull();
        assertThat(scanner.city()).isEqualTo(Bucket.OVERALL);
    }

    @Test
    void forgetsCityOfThePingBefore() {
        scan("{\"city\":\"Austin\",\"driver_id\":1,\"timestamp\":1514779245,\"on_duty\":1}");
        scan(ping("1", "1514779245", "1"));
        assertThat(scanner.city()).isEqualTo(Bucket.OVERALL);
    }

    @Test
    void givesTheFirstOfSeveralReasons() {
        PingScanner impatient = new PingScanner(0, 0);
        assertThat(scan(impatient, "{\"driver_id\":0,\"timestamp\":-1.5,\"on_duty\":2", 0))
                .isEqualTo(Rejection.JSON);
        assertThat(scan(impatient, "{\"on_duty\":2,\"timestamp\":-1.5,\"driver_id\":0}", 0))
                .isEqualTo(Rejection.DRIVER_ID);
        assertThat(scan(impatient, "{\"on_duty\":2,\"timestamp\":-1.5,\"driver_id\":1}", 0))
                .isEqualTo(Rejection.TIMESTAMP);
        assertThat(scan(impatient, "{\"on_duty\":2,\"timestamp\":5,\"driver_id\":1}", 0))
                .isEqualTo(Rejection.ON_DUTY);
        assertThat(scan(impatient, "{\"on_duty\":1,\"timestamp\":5,\"driver_id\":1}", 0))
                .isEqualTo(Rejection.FUTURE);
        assertThat(scan("{}")).isEqualTo(Rejection.DRIVER_ID);
        assertThat(scan("{\"driver_id\":1}")).isEqualTo(Rejection.TIMESTAMP);
        assertThat(scan("{\"driver_id\":1,\"timestamp\":5}")).isEqualTo(Rejection.ON_DUTY);
    }

    @Test
    void rejectsPingFromTheFuture() {
        long limit = RECORD_MILLIS + 5 * MINUTE_MILLIS;
        assertThat(scan(ping("1", "" + limit, "1"))).isNull();
        assertThat(scan(ping("1", "" + (limit + 1), "1"))).isEqualTo(Rejection.FUTURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"253402300800000", "9223372036854775807", "9223372036854775808", "1e30", "1.5e400", "1e999999999"
            })
    void takesNumberBeyondTheYear9999ForTheFuture(String json) {
        PingScanner patient = new PingScanner(Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(scan(patient, ping("1", json, "1"), Long.MAX_VALUE)).isEqualTo(Rejection.FUTURE);
    }

    @Test
    void rejectsExpiredPing() {
        PingScanner impatient = new PingScanner(0, MINUTE_MILLIS);
        assertThat(scan(impatient, ping("1", "1514779185000", "1"), RECORD_MILLIS))
                .isNull();
        assertThat(scan(impatient, ping("1", "1514779184999", "1"), RECORD_MILLIS))
                .isEqualTo(Rejection.EXPIRED);
    }

    @Test
    void minimumAndMaximumRecordTimesDoNotOverflow() {
        PingScanner impatient = new PingScanner(0, 0);
        String ping = ping("1", "1514779245", "1");
        String ancient = ping("1", "-62135596800", "1");
        assertThat(scan(impatient, ping, Long.MIN_VALUE)).isEqualTo(Rejection.FUTURE);
        assertThat(scan(impatient, ping, Long.MAX_VALUE)).isEqualTo(Rejection.EXPIRED);
        assertThat(scan(impatient, ancient, Long.MAX_VALUE)).isEqualTo(Rejection.EXPIRED);
        assertThat(scan(new PingScanner(0, Long.MAX_VALUE), ancient, Long.MAX_VALUE))
                .isNull();
    }

    @Test
    void rejectsNegativeLimits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PingScanner(-1, 0))
                .withMessageContaining("300000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PingScanner(0, -1))
                .withMessageContaining("300000");
    }

    private Rejection scanDriver(String json) {
        return scan(ping(json, "1514779245", "1"));
    }

    private Rejection scan(String json) {
        return scan(scanner, json, RECORD_MILLIS);
    }

    private static Rejection scan(PingScanner scanner, String json, long recordMillis) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return scanner.scan(bytes, 0, bytes.length, recordMillis);
    }

    private static String ping(String driver, String timestamp, String onDuty) {
        return "{\"driver_id\":" + driver + ",\"timestamp\":" + timestamp + ",\"on_duty\":" + onDuty + "}";
    }

    @Test
    void aCityTooLongToBeANameIsLeftOutOfAccount() {
        String longest = "c".repeat(PingScanner.LONGEST_CITY);
        assertThat(scan(ping(longest))).isNull();
        assertThat(scanner.city()).isEqualTo(longest);
        assertThat(scan(ping(longest + "c"))).isNull();
        assertThat(scanner.city()).isEqualTo(Bucket.OVERALL);
    }

    private static String ping(String city) {
        return "{\"driver_id\":1,\"timestamp\":1514779245,\"on_duty\":1,\"city\":\"" + city + "\"}";
    }
}
