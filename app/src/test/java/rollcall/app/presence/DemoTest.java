package rollcall.app.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.app.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
    void showsCountsThatMoveAndAlertsAndEndsInOrder(@TempDir Path directory) throws Exception {
        try (RollcallProcess demo = RollcallProcess.demo(directory, 600)) {
            String page = "http://" + demo.page() + "/";
            assertThat(get(page)).contains("<title>Rollcall");

            await().until(() -> last(page).get("online").asInt() > 0);
            String before = last(page).get("asOf").asText();
            await().until(() -> last(page).get("asOf").asText().compareTo(before) > 0);
            assertThat(JSON.readTree(get(page + "reports")).size())
                    .as("minutes, with the history")
                    .isGreaterThan(60);

            await().until(() -> JSON.readTree(get(page + "api/alerts")).size() > 0);
            sendTicket(page, "Dallas", 1_000);
            sendTicket(page, "Austin", 5);
            await().until(() -> alert(page, "Austin") != null);
            assertThat(alert(page, "Austin").at("/redirect/city").asText()).isEqualTo("Dallas");

            assertThat(demo.terminate(10)).as(demo.output()).isTrue();
        }
    }

    private JsonNode last(String page) throws IOException, InterruptedException {
        return JSON.readTree(get(page + "api/presence/last?minutes=60"));
    }

    private void sendTicket(String page, String city, long level) throws IOException, InterruptedException {
        String ticket = "{\"City\":\"" + city + "\",\"State\":\"TX\",\"Inventory\":{\"by hand\":" + level + "}}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(page + "api/tickets"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ticket))
                .build();
        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(202);
    }

    /** The alert of the product sent by hand; null before there is one. */
    private JsonNode alert(String page, String city) throws IOException, InterruptedException {
        for (JsonNode alert : JSON.readTree(get(page + "api/alerts"))) {
            if (alert.get("city").asText().equals(city)
                    && alert.get("product").asText().equals("by hand")) {
                return alert;
            }
        }
        return null;
    }

    private String get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }
}
