package rollcall.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rollcall.server.ServerUnderTest;

class IngestRoutesTest {

    private static final String TICKET =
            "{\"City\":\"Austin\",\"State\":\"TX\",\"Counter\":3,\"Cart\":{\"0\":2},\"Inventory\":{\"0\":9998}}";
    private static final String PING = "{\"driver_id\": 81234, \"timestamp\": 1514779245, \"on_duty\": 1}";

    private final ServerUnderTest server = new ServerUnderTest();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aBadPingIsRefusedWithItsLineAndReason() {
        HttpResponse<String> answer = server.post("/api/pings", PING + "\n" + PING.replace("81234", "0") + "\n");
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = server.json(answer);
        assertThat(problem.get("line").asText()).isEqualTo("2");
        assertThat(problem.get("reason").asText()).isEqualTo("driver_id");
        assertThat(problem.get("detail").asText())
                .contains("Line 2", "driver_id", "Nothing of this request was published");
    }

    @Test
    void aBodyTooLargeIsRefused() {
        HttpResponse<String> answer = server.post("/api/pings", " ".repeat((10 << 20) + 1));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(server.json(answer).get("detail").asText()).contains("10485760 bytes");
    }

    @Test
    void aBadTicketIsRefusedWithItsIndexAndReason() {
        HttpResponse<String> answer =
                server.post("/api/tickets", "[" + TICKET + "," + TICKET.replace("9998", "-1") + "]");
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = server.json(answer);
        assertThat(problem.get("index").asText()).isEqualTo("1");
        assertThat(problem.get("reason").asText()).isEqualTo("Inventory");
        assertThat(problem.get("detail").asText())
                .contains("Index 1 of the array is not a valid ticket", "Nothing of this request was published");
    }

    @Test
    void ticketsArePublishedInOrderOnceAllAreGood() {
        MockProducer<byte[], byte[]> kafka =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        Javalin http = Javalin.create(config -> {
                    config.jetty.host = "127.0.0.1";
                    config.jetty.port = 0;
                    Kind tickets = new TicketKind("tickets", Duration.ZERO, Optional.empty());
                    new IngestRoutes(
                                    tickets, new RecordPublisher(() -> kafka), InstantSource.system(), 1 << 20, metrics)
                            .addTo(config.routes);
                })
                .start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + http.port() + "/api/tickets");
            String later = TICKET.replace("9998", "9996");
            HttpResponse<String> answer = server.send(
                    HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(TICKET + "\n" + later + "\n")));
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("{\"accepted\":2}");
            assertThat(kafka.history())
                    .extracting(sent -> new String(sent.value(), StandardCharsets.UTF_8))
                    .containsExactly(TICKET, later);
            assertThat(kafka.history()).extracting(ProducerRecord::topic).containsOnly("tickets");
            assertThat(metrics.counter("rollcall.tickets.accepted").count()).isEqualTo(2);
        } finally {
            http.stop();
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            delimiter = '|',
            value = {
                "/api/pings|" + PING + "|counts no driver twice",
                "/api/tickets|" + TICKET + "|may count what was bought twice"
            })
    void kafkaThatDoesNotAnswerIsAProblemOfItsOwn(String path, String record, String whenSentAgain) {
        HttpResponse<String> answer = server.post(path, record);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(server.json(answer).get("detail").asText()).contains("Kafka did not acknowledge", whenSentAgain);
    }
}
