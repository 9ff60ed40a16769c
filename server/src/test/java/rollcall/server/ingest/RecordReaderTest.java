package rollcall.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.BadRequestResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.config.PresenceSettings;

class RecordReaderTest {

    private static final Instant NOW = Instant.parse("2018-01-01T04:00:45Z");
    private static final String PING = "{\"driver_id\": 81234, \"timestamp\": 1514779245, \"on_duty\": 1}";
    private static final String NAMED =
            "{\"driver_id\":\"Zoë \\u00e9\",\"on_duty\":false,\"timestamp\":\"2018-01-01T04:00:45Z\",\"x\":[{\"driver_id\":5}]}";

    private final Kind pings = new PingKind(
            "pings", new PresenceSettings(Duration.ofMinutes(5), Duration.ofHours(1), 1, 0, Duration.ZERO));
    private final RecordReader reader = new RecordReader(pings, InstantSource.fixed(NOW), 1 << 20);

    @Test
    void readsOneObject() {
        assertThat(values(PING)).containsExactly(PING);
    }

    @Test
    void readsAnObjectOverSeveralLines() {
        String tall = PING.replace(", ", ",\n  ");
        assertThat(values("\n" + tall + "\n")).containsExactly(tall);
    }

    @Test
    void readsAnArray() {
        assertThat(values(" [" + PING + " ,\n" + NAMED + "] \n")).containsExactly(PING, NAMED);
    }

    @Test
    void readsLines() {
        assertThat(values(PING + "\r\n" + NAMED + "\n\n" + PING)).containsExactly(PING, NAMED, PING);
    }

    @Test
    void anEmptyArrayHasNoPings() {
        assertThat(values("[]")).isEmpty();
    }

    @Test
    void keyIsTheDriversId() {
        assertThat(read(PING + NAMED)).extracting(ping -> text(ping.key())).containsExactly("81234", "Zoë é");
    }

    @Test
    void topicIsTheKinds() {
        assertThat(read(PING)).extracting(ProducerRecord::topic).containsExactly("pings");
    }

    @Test
    void takesNumbersAndNestingAsLongAsTheScannerDoes() {
        String large = "{\"deep\":" + "[".repeat(2000) + "]".repeat(2000) + ",\"long\":1" + "0".repeat(2000) + ","
                + PING.substring(1);
        assertThat(values(large)).containsExactly(large);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'driver_id':1,'timestamp':1514779245,'on_duty':2}|on_duty",
                "{'driver_id':1,'on_duty':1}|timestamp",
                "{'driver_id':'','timestamp':1514779245,'on_duty':1}|driver_id",
                "{'driver_id':1,'timestamp':1514782845,'on_duty':1}|future",
                "{'driver_id':1,'timestamp':1514700000,'on_duty':1}|expired",
                "{'driver_id':1|json",
                "7|json",
                "null|json",
                "[{'driver_id':1}]|json"
            })
    void namesLineAndReasonOfABadPing(String bad, String reason) {
        assertRefused(PING + "\n\n" + bad.replace('\'', '"'), "Line 3", "(" + reason + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping", "}", "\"", "{'driver_id':1}", "{\"driver_id\":\n\n}"})
    void namesTheLineWhereBadJsonBegins(String bad) {
        assertRefused(PING + "\n" + PING + "\n\n" + bad + "\n" + PING, "Line 4", "(json)");
    }

    @Test
    void namesTheIndexInAnArray() {
        assertRefused("[" + PING + ",{\"driver_id\":1}]", "Index 1 of the array", "(timestamp)");
    }

    @Test
    void refusesWhatIsNotWhole() {
        assertRefused("[" + PING, "Index 1 of the array", "(json)");
        assertRefused("[" + PING + "] 5", "Index 1 of the array", "something follows the array");
        assertRefused("", "Line 1", "there is no ping");
        assertRefused("[" + PING + ",]", "Index 1", "(json)");
    }

    @Test
    void refusesAnythingButUtf8() {
        byte[] utf16 = PING.getBytes(Charset.forName("UTF-16"));
        assertThatThrownBy(() -> reader.read(utf16)).isInstanceOf(BadRequestResponse.class);
    }

    @Test
    void refusesBytesThatAreNoCharacters() {
        byte[] noEncoding = {0, 0, (byte) 0xFF, (byte) 0xFE};
        assertThatThrownBy(() -> reader.read(noEncoding))
                .isInstanceOf(BadRequestResponse.class)
                .hasMessageContainingAll("Line 1", "(json)");
        byte[] noUtf32 = {0, 0, 0, '{', 0x7F, 0, 0, 0};
        assertThatThrownBy(() -> reader.read(noUtf32))
                .isInstanceOf(BadRequestResponse.class)
                .hasMessageContaining("(json)");
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertRefused("{\"a\":" + "[".repeat(20_000), "Line 1", "(json)", "nesting");
    }

    @Test
    void countsTheDriversIdTwiceForItIsTheKeyToo() {
        String driver = "x".repeat(RecordReader.LARGEST_RECORD / 2);
        assertRefused(PING + "\n" + PING.replace("81234", '"' + driver + '"'), "Line 2", "(size)");
    }

    @Test
    void refusesAPingThatKafkaWouldNotTake() {
        String huge = "{\"x\":\"" + "x".repeat(RecordReader.LARGEST_RECORD) + "\"," + PING.substring(1);
        assertRefused(huge, "(size)", "900000 bytes");
    }

    private void assertRefused(String body, String... parts) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(BadRequestResponse.class)
                .hasMessageContainingAll(parts);
    }

    private List<String> values(String body) {
        return read(body).stream().map(ping -> text(ping.value())).toList();
    }

    private List<ProducerRecord<byte[], byte[]>> read(String body) {
        return reader.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
