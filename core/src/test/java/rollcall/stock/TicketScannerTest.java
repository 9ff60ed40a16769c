package rollcall.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TicketScannerTest {

    private static final long RECORD_MILLIS = 1_514_779_245_678L;
    private static final String PLACE = "\"City\":\"Austin\",\"State\":\"TX\"";
    private static final String TICKET = "{" + PLACE
            + ",\"Counter\":3,\"Cart\":{\"0\":2,\"3\":1},\"Inventory\":{\"0\":9998,\"1\":10000,\"3\":9871}}";

    private record Line(String product, long level, long quantity) {}

    private final TicketScanner scanner = new TicketScanner(300_000, Long.MAX_VALUE);

    @Test
    void readsTicket() {
        assertThat(scan(TICKET)).isNull();
        assertThat(scanner.city()).isEqualTo("Austin");
        assertThat(scanner.state()).isEqualTo("TX");
        assertThat(scanner.epochMilli()).isEqualTo(RECORD_MILLIS);
        assertThat(lines()).containsExactly(new Line("0", 9998, 2), new Line("3", 9871, 1), new Line("1", 10000, 0));
    }

    @Test
    void productInCartOnlyHasNoLevel() {
        assertThat(scanParts("\"Inventory\":{\"1\":5},\"Cart\":{\"7\":2}")).isNull();
        assertThat(lines()).containsExactly(new Line("1", 5, 0), new Line("7", TicketScanner.NO_LEVEL, 2));
    }

    @Test
    void productBoughtZeroTimesIsInTheTicket() {
        assertThat(scanParts("\"Cart\":{\"7\":0}")).isNull();
        assertThat(lines()).containsExactly(new Line("7", TicketScanner.NO_LEVEL, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Cart\":{}", "\"Inventory\":{ }", "\"Cart\":{},\"Inventory\":{}"})
    void readsTicketWithoutProducts(String parts) {
        assertThat(scanParts(parts)).isNull();
        assertThat(scanner.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufeff{\"City\":\"Austin\",\"State\":\"TX\",\"Cart\":{\"5\":2},\"Inventory\":{\"5\":7}}",
                " \t\r\n{ \"City\" : \"Austin\" , \"State\" : \"TX\" , \"Cart\" : { \"5\" : 2 } , \"Inventory\" : { \"5\" : 7 } } \n",
                "{\"Inventory\":{\"5\":7},\"State\":\"TX\",\"Cart\":{\"5\":2},\"City\":\"Austin\"}",
                "{\"C\\u0069ty\":\"\\u0041ustin\",\"State\":\"\\u0054X\",\"\\u0043art\":{\"\\u0035\":2},\"Inventory\":{\"5\":7}}",
                "{\"City\":\"Austin\",\"State\":\"TX\",\"Counter\":[{\"Cart\":0}],\"Cart\":{\"5\":2},\"Inventory\":{\"5\":7},\"\":{\"City\":1}}"
            })
    void readsEveryFormOfObject(String json) {
        assertThat(scan(json)).isNull();
        assertThat(scanner.city()).isEqualTo("Austin");
        assertThat(scanner.state()).isEqualTo("TX");
        assertThat(lines()).containsExactly(new Line("5", 7, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "3, 3",
        "3.0, 3",
        "3e2, 300",
        "30E-1, 3",
        "0.3e1, 3",
        "9007199254740991, 9007199254740991",
        "9007199254740991.0, 9007199254740991"
    })
    void readsEveryFormOfInteger(String json, long amount) {
        assertThat(scanParts("\"Cart\":{\"1\":" + json + "},\"Inventory\":{\"1\":" + json + "}"))
                .isNull();
        assertThat(lines()).containsExactly(new Line("1", amount, amount));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "0.5",
                "3e-1",
                "9007199254740992",
                "9223372036854775808",
                "1e99999",
                "\"3\"",
                "\"\"",
                "null",
                "true",
                "[]",
                "[3]",
                "{}"
            })
    void aBadEntryRejectsTheTicketWhole(String json) {
        assertThat(scanParts("\"Cart\":{\"1\":1,\"2\":" + json + ",\"3\":1},\"Inventory\":{\"1\":1}"))
                .isEqualTo(TicketRejection.CART);
        assertThat(scanParts("\"Cart\":{\"1\":1},\"Inventory\":{\"1\":1,\"2\":" + json + ",\"3\":1}"))
                .isEqualTo(TicketRejection.INVENTORY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "3", "\"{}\"", "[]", "[{\"1\":2}]"})
    void rejectsPartThatIsNoObject(String json) {
        assertThat(scanParts("\"Cart\":" + json + ",\"Inventory\":{\"1\":1}")).isEqualTo(TicketRejection.CART);
        assertThat(scanParts("\"Inventory\":" + json + ",\"Cart\":{\"1\":1}")).isEqualTo(TicketRejection.INVENTORY);
    }

    @Test
    void rejectsTicketWithoutCartAndInventory() {
        assertThat(scan("{" + PLACE + ",\"Counter\":3}")).isEqualTo(TicketRejection.INVENTORY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "3", "true", "\"\"", "[\"Austin\"]", "{}", "\"Austin\",\"City\":3"})
    void rejectsCity(String json) {
        assertThat(scan("{\"City\":" + json + ",\"State\":\"TX\",\"Cart\":{}}")).isEqualTo(TicketRejection.CITY);
        assertThat(scan("{\"State\":\"TX\",\"Cart\":{}}")).isEqualTo(TicketRejection.CITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "3", "true", "\"\"", "[\"TX\"]", "{}", "\"TX\",\"State\":3"})
    void rejectsState(String json) {
        assertThat(scan("{\"City\":\"Austin\",\"State\":" + json + ",\"Cart\":{}}"))
                .isEqualTo(TicketRejection.STATE);
        assertThat(scan("{\"City\":\"Austin\",\"Cart\":{}}")).isEqualTo(TicketRejection.STATE);
    }

    @Test
    void namesHaveAtMost256BytesOfUtf8() {
        String longest = "é".repeat(TicketScanner.LONGEST_NAME / 2);
        assertThat(scan(ticket(longest, longest, longest, longest))).isNull();
        assertThat(scanner.city()).isEqualTo(longest);
        assertThat(lines()).containsExactly(new Line(longest, 1, 1));
        assertThat(scan(ticket(longest + "x", "TX", "1", "1"))).isEqualTo(TicketRejection.CITY);
        assertThat(scan(ticket("Austin", longest + "x", "1", "1"))).isEqualTo(TicketRejection.STATE);
        assertThat(scan(ticket("Austin", "TX", longest + "x", "1"))).isEqualTo(TicketRejection.CART);
        assertThat(scan(ticket("Austin", "TX", "1", longest + "x"))).isEqualTo(TicketRejection.INVENTORY);
    }

    @Test
    void namesAreMeasuredWithoutTheirEscapes() {
        String longest = "\\u0061".repeat(TicketScanner.LONGEST_NAME);
        assertThat(scan(ticket(longest, longest, longest, longest))).isNull();
        assertThat(scanner.state()).isEqualTo("a".repeat(TicketScanner.LONGEST_NAME));
    }

    @Test
    void rejectsProductWithoutName() {
        assertThat(scan(ticket("Austin", "TX", "", "1"))).isEqualTo(TicketRejection.CART);
        assertThat(scan(ticket("Austin", "TX", "1", ""))).isEqualTo(TicketRejection.INVENTORY);
    }

    @Test
    void theLastOfSeveralEntriesOfAProductCounts() {
        assertThat(scanParts("\"Cart\":{\"1\":\"bad\",\"2\":5,\"1\":3,\"\\u0031\":4}"))
                .isNull();
        assertThat(lines()).containsExactly(new Line("1", -1, 4), new Line("2", -1, 5));
        assertThat(scanParts("\"Cart\":{\"1\":3,\"1\":\"bad\"}")).isEqualTo(TicketRejection.CART);
    }

    @Test
    void aLaterCartTakesThePlaceOfAnEarlierOne() {
        assertThat(scanParts(
                        "\"Cart\":{\"1\":3,\"2\":\"bad\",\"\":1},\"Inventory\":{\"4\":9,\"1\":8},\"Cart\":{\"4\":5}"))
                .isNull();
        assertThat(lines()).containsExactly(new Line("1", 8, 0), new Line("4", 9, 5));
        assertThat(scanParts("\"Cart\":{\"1\":3},\"Cart\":7")).isEqualTo(TicketRejection.CART);
        assertThat(scanParts("\"Cart\":7,\"Cart\":{\"1\":3}")).isNull();
    }

    @Test
    void aLaterInventoryTakesThePlaceOfAnEarlierOne() {
        assertThat(scanParts("\"Inventory\":{\"1\":3,\"2\":4},\"Inventory\":{\"2\":5},\"Cart\":{\"2\":1}"))
                .isNull();
        assertThat(lines()).containsExactly(new Line("2", 5, 1));
    }

    @Test
    void mergesHundredsOfProducts() {
        String cart = amounts(IntStream.range(0, 700), 1);
        String inventory = amounts(IntStream.range(0, 1000).map(i -> 999 - i), 1000);
        assertThat(scanParts("\"Cart\":" + cart + ",\"Inventory\":" + inventory))
                .isNull();
        assertThat(lines())
                .hasSize(1000)
                .startsWith(new Line("0", 1000, 1), new Line("1", 1001, 2))
                .endsWith(new Line("701", 1701, 0), new Line("700", 1700, 0));
        assertThat(scan(TICKET)).isNull();
        assertThat(lines()).containsExactly(new Line("0", 9998, 2), new Line("3", 9871, 1), new Line("1", 10000, 0));
    }

    @Test
    void forgetsTheTicketBefore() {
        scan(TICKET.replace("}}", "},\"Timestamp\":1514779000}"));
        assertThat(scanParts("\"Cart\":{\"3\":1}")).isNull();
        assertThat(lines()).containsExactly(new Line("3", TicketScanner.NO_LEVEL, 1));
        assertThat(scanner.epochMilli()).isEqualTo(RECORD_MILLIS);
        assertThat(scan("{\"Cart\":{}}")).isEqualTo(TicketRejection.CITY);
        assertThat(scan("{" + PLACE + "}")).isEqualTo(TicketRejection.INVENTORY);
    }

    @Test
    void givesTheSameStringsAgain() {
        scan(TICKET);
        String city = scanner.city();
        String product = scanner.product(0);
        scan(TICKET);
        assertThat(scanner.city()).isSameAs(city);
        assertThat(scanner.product(0)).isSameAs(product);
    }

    @Test
    void hasNoLinesBeyondItsSize() {
        scan(TICKET);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> scanner.product(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}}",
                "{\"Cart\"}",
                "{\"Cart\":}",
                "{\"Cart\":{}",
                "{\"Cart\":{]}",
                "{\"Cart\":{,}}",
                "{\"Cart\":{\"1\"}}",
                "{\"Cart\":{\"1\":}}",
                "{\"Cart\":{\"1\":1,}}",
                "{\"Cart\":{\"1\":1 \"2\":1}}",
                "{\"Cart\":{\"1\":01}}",
                "{\"Cart\":{1:1}}",
                "{\"Cart\":{\"1\":{]}}",
                "{\"Cart\":[}",
                "{\"Cart\":7 \"City\":\"Austin\"}",
                "{\"Cart\":{} \"City\":\"Austin\"}",
                "{\"Cart\":{},}",
                "{,\"Cart\":{}}"
            })
    void rejectsWhatIsNotOneJsonObject(String json) {
        assertThat(scan(json)).isEqualTo(TicketRejection.JSON);
    }

    @Test
    void rejectsRecordWithoutValue() {
        assertThat(scanner.scan(null, 0, 0, RECORD_MILLIS)).isEqualTo(TicketRejection.JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "1514779245, 1514779245000",
        "1514779245123, 1514779245123",
        "1.514779245E9, 1514779245000",
        "'\"2018-01-01T05:00:45.5+01:00\"', 1514779245500"
    })
    void readsTimestamp(String json, long epochMilli) {
        assertThat(scanParts("\"Cart\":{},\"Timestamp\":" + json)).isNull();
        assertThat(scanner.epochMilli()).isEqualTo(epochMilli);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "[]", "{}", "1.5", "\"\"", "\"1514779245\"", "\"yesterday\""})
    void rejectsTimestamp(String json) {
        assertThat(scanParts("\"Cart\":{},\"Timestamp\":" + json)).isEqualTo(TicketRejection.TIMESTAMP);
    }

    @Test
    void rejectsTicketFromTheFuture() {
        long limit = RECORD_MILLIS + 300_000;
        assertThat(scanParts("\"Cart\":{},\"Timestamp\":" + limit)).isNull();
        assertThat(scanParts("\"Cart\":{},\"Timestamp\":" + (limit + 1))).isEqualTo(TicketRejection.FUTURE);
        assertThat(scanParts("\"Cart\":{},\"Timestamp\":1e30")).isEqualTo(TicketRejection.FUTURE);
    }

    @Test
    void rejectsExpiredTicket() {
        TicketScanner impatient = new TicketScanner(0, 60_000);
        long limit = RECORD_MILLIS - 60_000;
        assertThat(scan(impatient, "{" + PLACE + ",\"Cart\":{},\"Timestamp\":" + limit + "}", RECORD_MILLIS))
                .isNull();
        assertThat(scan(impatient, "{" + PLACE + ",\"Cart\":{},\"Timestamp\":" + (limit - 1) + "}", RECORD_MILLIS))
                .isEqualTo(TicketRejection.EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
    void takesTheRecordsTimeWhateverItIsIfThereIsNoTimestamp(long recordMillis) {
        assertThat(scan(new TicketScanner(0, 0), TICKET, recordMillis)).isNull();
    }

    @Test
    void givesTheFirstOfSeveralReasons() {
        assertThat(scan("{\"City\":1,\"State\":1,\"Cart\":1,\"Inventory\":1,\"Timestamp\":null"))
                .isEqualTo(TicketRejection.JSON);
        assertThat(scan("{\"Timestamp\":null,\"Inventory\":1,\"Cart\":1,\"State\":1,\"City\":1}"))
                .isEqualTo(TicketRejection.CITY);
        assertThat(scan("{\"Timestamp\":null,\"Inventory\":1,\"Cart\":1,\"State\":1,\"City\":\"Austin\"}"))
                .isEqualTo(TicketRejection.STATE);
        assertThat(scanParts("\"Timestamp\":null,\"Inventory\":1,\"Cart\":1")).isEqualTo(TicketRejection.CART);
        assertThat(scanParts("\"Timestamp\":null,\"Inventory\":1,\"Cart\":{}")).isEqualTo(TicketRejection.INVENTORY);
        assertThat(scanParts("\"Timestamp\":null")).isEqualTo(TicketRejection.INVENTORY);
        assertThat(scanParts("\"Timestamp\":null,\"Inventory\":{}")).isEqualTo(TicketRejection.TIMESTAMP);
    }

    @Test
    void rejectsNegativeLimits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TicketScanner(-1, 0))
                .withMessageContaining("300000");
    }

    private TicketRejection scanParts(String parts) {
        return scan("{" + PLACE + "," + parts + "}");
    }

    private TicketRejection scan(String json) {
        return scan(scanner, json, RECORD_MILLIS);
    }

    private static TicketRejection scan(TicketScanner scanner, String json, long recordMillis) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return scanner.scan(bytes, 0, bytes.length, recordMillis);
    }

    private List<Line> lines() {
        return IntStream.range(0, scanner.size())
                .mapToObj(i -> new Line(scanner.product(i), scanner.level(i), scanner.quantity(i)))
                .toList();
    }

    private static String ticket(String city, String state, String bought, String left) {
        return "{\"City\":\"" + city + "\",\"State\":\"" + state + "\",\"Cart\":{\"" + bought
                + "\":1},\"Inventory\":{\"" + left + "\":1}}";
    }

    private static String amounts(IntStream products, int least) {
        return products.mapToObj(i -> "\"" + i + "\":" + (least + i)).collect(Collectors.joining(",", "{", "}"));
    }
}
