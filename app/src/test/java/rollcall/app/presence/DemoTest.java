package rollcall.app.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.app.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.app.testing.RollcallProcess;

/** The demo as a user starts it, in a process of its own. */
class DemoTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void showsCountsThatMoveAndEndsInOrder(@TempDir Path directory) throws Exception {
        try (RollcallProcess demo = RollcallProcess.demo(directory, 600)) {
            String page = "http://" + demo.page() + "/";
            assertThat(get(page)).contains("<title>Rollcall");

            await().until(() -> last(page).get("online").asInt() > 0);
            String before = last(page).get("asOf").asText();
            await().until(() -> last(page).get("asOf").asText().compareTo(before) > 0);
            assertThat(JSON.readTree(get(page + "reports")).size())
                    .as("minutes, with the history")
                    .isGreaterThan(60);

            assertThat(demo.terminate(10)).as(demo.output()).isTrue();
        }
    }

    private JsonNode last(String page) throws IOException, InterruptedException {
        return JSON.readTree(get(page + "api/presence/last?minutes=60"));
    }

    private String get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }
}
