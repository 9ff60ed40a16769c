package rollcall.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.BadRequestResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketKindTest {

    private static final Instant NOW = Instant.parse("2018-01-01T04:00:45Z");
    private static final String TICKET =
            "{\"City\":\"Austin\",\"State\":\"TX\",\"Counter\":3,\"Cart\":{\"0\":2},\"Inventory\":{\"0\":9998}}";

    private final Kind tickets = new TicketKind("tickets", Duration.ofMinutes(5), Optional.empty());
    private final RecordReader reader = new RecordReader(tickets, InstantSource.fixed(NOW), 1 << 20);

    @Test
    void keyIsTheStore() {
        String spelledOtherwise = TICKET.replace("\"City\":\"Austin\"", "\"C\\u0069ty\":\"\\u0041ustin\"");
        String swapped = "{\"Cart\":{\"City\":1},\"State\":\"SP\",\"City\":\"S\\u00e3o Paulo\"}";
        assertThat(read(TICKET + "\n" + spelledOtherwise + "\n" + swapped))
                .extracting(ticket -> text(ticket.key()))
                .containsExactly("Austin|TX", "Austin|TX", "São Paulo|SP");
    }

    @Test
    void valueIsTheTicketAsItWasSent() {
        String tall = TICKET.replace(",", " ,\n\t").replace("2}", "2.0, \"x\\u0031\":1e2 }");
        assertThat(read("[" + TICKET + ", " + tall + "]"))
                .extracting(ticket -> text(ticket.value()))
                .containsExactly(TICKET, tall);
    }

    @Test
    void theExampleIsATicket() {
        assertThat(read(tickets.example())).hasSize(1);
    }

    @Test
    void takesTicketsOfLongAgo() {
        assertThat(read(TICKET.replace("}}", "},\"Timestamp\":1}"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'State':'TX','Cart':{}}|City",
                "{'City':'Austin','State':'','Cart':{}}|State",
                "{'City':'Austin','State':'TX','Cart':{'1':'2'}}|Cart",
                "{'City':'Austin','State':'TX','Cart':{'1':2},'Inventory':[]}|Inventory",
                "{'City':'Austin','State':'TX'}|Inventory",
                "{'City':'Austin','State':'TX','Cart':{},'Timestamp':null}|Timestamp",
                "{'City':'Austin','State':'TX','Cart':{},'Timestamp':1514779546}|future",
                "{'City':'Austin','State':'TX','Cart':{'1':2}|json",
                "7|json"
            })
    void namesLineAndReasonOfABadTicket(String bad, String reason) {
        assertThatThrownBy(() -> read(TICKET + "\n\n" + bad.replace('\'', '"')))
                .isInstanceOf(BadRequestResponse.class)
                .hasMessageContainingAll("Line 3 is not a valid ticket", "(" + reason + ")", tickets.example());
    }

    @Test
    void countsTheStoreTwiceForItIsTheKeyToo() {
        int room = RecordReader.LARGEST_RECORD - TICKET.length() - ",\"x\":\"\"".length() - "Austin|TX".length();
        assertThat(read(filled(room))).hasSize(1);
        assertThatThrownBy(() -> read(filled(room + 1)))
                .isInstanceOf(BadRequestResponse.class)
                .hasMessageContainingAll("(size)", "City and State once more");
    }

    private static String filled(int bytes) {
        return TICKET.replace("}}", "},\"x\":\"" + "x".repeat(bytes) + "\"}");
    }

    private List<ProducerRecord<byte[], byte[]>> read(String body) {
        return reader.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
