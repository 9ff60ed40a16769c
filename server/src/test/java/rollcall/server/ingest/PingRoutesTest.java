package rollcall.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rollcall.server.ServerUnderTest;

class PingRoutesTest {

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
    void kafkaThatDoesNotAnswerIsAProblemOfItsOwn() {
        HttpResponse<String> answer = server.post("/api/pings", PING);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(server.json(answer).get("detail").asText()).contains("Kafka did not acknowledge");
    }
}
