package rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a user starts it, in a process of its own. */
class DemoTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int TERMINATED = 128 + 15;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void showsCountsThatMoveAndEndsInOrder(@TempDir Path data) throws Exception {
        Process demo = start(data);
        try (BufferedReader output = demo.inputReader(StandardCharsets.UTF_8)) {
            String page = output.readLine().replaceFirst("The page is at ", "");
            assertThat(get(page).body()).contains("<title>Rollcall");

            await().atMost(PATIENCE).until(() -> last(page).get("online").asInt() > 0);
            String before = last(page).get("asOf").asText();
            await().atMost(PATIENCE).until(() -> last(page).get("asOf").asText().compareTo(before) > 0);
            int minutes =
                    new ObjectMapper().readTree(get(page + "reports").body()).size();
            assertThat(minutes).as("minutes, with the history").isGreaterThan(60);

            demo.destroy();
            assertThat(demo.waitFor(10, TimeUnit.SECONDS))
                    .as("ends within 10 s")
                    .isTrue();
            assertThat(demo.exitValue()).isEqualTo(TERMINATED);
        } finally {
            demo.destroyForcibly().waitFor();
        }
    }

    private static Process start(Path data) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(System.getProperty("rollcall.spark.jvm.flags").trim().split("\\s+")));
        command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path"), Main.class.getName(), "demo"));
        for (String port : List.of("--port", "--kafka-port", "--mongo-port")) {
            command.addAll(List.of(port, "0"));
        }
        command.addAll(List.of("--data", data.toString(), "--drivers", "600"));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private JsonNode last(String page) throws IOException, InterruptedException {
        return new ObjectMapper()
                .readTree(get(page + "api/presence/last?minutes=60").body());
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }
}
