package rollcall.engine.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import rollcall.geo.Place;
import rollcall.stock.Alert;
import rollcall.stock.AlertKind;
import rollcall.stock.Assessment;
import rollcall.stock.Redirect;

class NotificationTest {

    private static final Place AUSTIN = new Place("Austin", "TX");
    private static final Place DALLAS = new Place("Dallas", "TX");
    private static final long RAISED = Instant.parse("2018-01-01T04:00:00Z").toEpochMilli();

    private final Notification usual = new Notification("notifications", ", ");

    @Test
    void aReaderThatSplitsAtCommasUnderstandsPlainNames() {
        String value = value(usual.of(alert(new Place("New York City", "NY"), "7")));

        assertThat(Arrays.stream(value.split(",")).map(String::trim)).containsExactly("New York City", "NY", "7");
    }

    @Test
    void fieldsThatWouldBeMisreadAreQuoted() {
        assertThat(List.of(
                        value(usual.of(alert(new Place("Lynchburg, Moore County", "TN"), "1"))),
                        value(usual.of(alert(new Place("The \"Quoted\" City", "TX"), "2"))),
                        value(usual.of(alert(new Place("Two\nLines", "TX"), "3\r"))),
                        value(usual.of(alert(new Place("O'Fallon  West", "MO"), "a b")))))
                .containsExactly(
                        "\"Lynchburg, Moore County\", TN, 1",
                        "\"The \"\"Quoted\"\" City\", TX, 2",
                        "\"Two\nLines\", TX, \"3\r\"",
                        "O'Fallon  West, MO, a b");
    }

    @Test
    void theSeparatorCanBeChosenAndIsQuotedItself() {
        assertThat(value(new Notification("notifications", ",").of(alert(AUSTIN, "3"))))
                .isEqualTo("Austin,TX,3");
        assertThat(value(new Notification("notifications", "; ").of(alert(new Place("A; B", "TX"), "3, or 4"))))
                .isEqualTo("\"A; B\"; TX; \"3, or 4\"");
    }

    @Test
    void theKeyNamesTheShelf() {
        assertThat(text(usual.of(alert(AUSTIN, "3")).key())).isEqualTo("Austin|TX|3");
        assertThat(text(usual.of(alert(new Place("A|B", "C"), "1")).key()))
                .isNotEqualTo(text(usual.of(alert(new Place("A", "B|C"), "1")).key()));
    }

    @Test
    void headersTellWhatWasKnownWhenTheAlertWasRaised() {
        Alert alert = alert(
                AUSTIN, "3", 15, 18.5, List.of(new Redirect(AUSTIN, DALLAS, 36, 293.149), redirect("Waco", 2, 300)));

        assertThat(headers(usual.of(alert)))
                .isEqualTo(Map.ofEntries(
                        Map.entry("alert-id", "Austin|TX|3|4"),
                        Map.entry("kind", "low"),
                        Map.entry("raised-at", "2018-01-01T04:00:00Z"),
                        Map.entry("level", "15"),
                        Map.entry("reorder-point", "33.5"),
                        Map.entry("demand-per-hour", "18.50"),
                        Map.entry("minutes-left", "49"),
                        Map.entry("redirect-city", "Dallas"),
                        Map.entry("redirect-state", "TX"),
                        Map.entry("redirect-quantity", "36"),
                        Map.entry("redirect-km", "293.1")));
    }

    @Test
    void whatIsNotKnownHasNoHeader() {
        assertThat(headers(usual.of(alert(AUSTIN, "3", 15, 0, List.of()))))
                .containsEntry("demand-per-hour", "0.00")
                .doesNotContainKeys(
                        "minutes-left", "redirect-city", "redirect-state", "redirect-quantity", "redirect-km");
    }

    private static Redirect redirect(String city, long quantity, double km) {
        return new Redirect(AUSTIN, new Place(city, "TX"), quantity, km);
    }

    private static Alert alert(Place store, String product) {
        return alert(store, product, 15, 18.5, List.of());
    }

    private static Alert alert(
            Place store, String product, long level, double demandPerHour, List<Redirect> redirects) {
        Assessment raised = new Assessment(RAISED, AlertKind.LOW, level, 20, 33.5, 50.25, demandPerHour);
        Assessment later = new Assessment(RAISED + 1, AlertKind.OUT_OF_STOCK, 0, 20, 33.5, 50.25, demandPerHour);
        return new Alert(
                store,
                product,
                4,
                2,
                raised,
                later,
                Map.of(AlertKind.LOW, RAISED, AlertKind.OUT_OF_STOCK, RAISED + 1),
                redirects,
                null,
                new Alert.Position(0, 7));
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return headers;
    }

    private static String value(ProducerRecord<byte[], byte[]> record) {
        assertThat(record.topic()).isEqualTo("notifications");
        return text(record.value());
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
