package rollcall.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.store.Incident;

class RollcallServerTest {

    private final ServerUnderTest server = new ServerUnderTest();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anUnknownPathIsAProblem() {
        HttpResponse<String> answer = server.get("/nowhere");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        JsonNode problem = server.json(answer);
        assertThat(problem.get("type").asText()).isEqualTo("about:blank");
        assertThat(problem.get("title").asText()).isEqualTo("Not Found");
        assertThat(problem.get("status").asInt()).isEqualTo(404);
        assertThat(problem.get("detail").asText()).contains("/nowhere");
    }

    @Test
    void aMethodThatACallDoesNotTakeIsAProblem() {
        HttpResponse<String> answer = server.post("/reports", "");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("allow")).contains("GET");
        assertThat(server.json(answer).get("detail").asText()).isEqualTo("/reports does not take POST, only GET.");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsAProblemThatGivesNothingAway() {
        server.endDatabase();
        HttpResponse<String> answer = server.get("/api/cities");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(server.json(answer).get("detail").asText()).contains("The database can't be reached");
        assertThat(answer.body()).doesNotContainIgnoringCase("mongo").doesNotContain("Exception");
    }

    @Test
    void isReadyOnlyWithItsDatabase() {
        assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
        server.endDatabase();
        assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
    }

    @Test
    void metricsCountCallsByRoute() {
        server.get("/reports?from=2018-01-01T00:00:00Z");
        server.get("/a-path-made-up-by-a-stranger");
        String metrics = server.get("/metrics").body();
        assertThat(metrics)
                .contains("http_server_requests_seconds_count{method=\"GET\",route=\"/reports\",status=\"200\"} 1")
                .contains("jvm_memory_used_bytes")
                .doesNotContain("stranger");
    }

    @Test
    void incidentsAreNewestFirstBesideTheCountsOfRejectedRecords() {
        server.database().incidents().record(incident(1, "2026-01-01T00:00:00Z"));
        server.database().incidents().record(incident(2, "2026-01-02T00:00:00Z"));
        server.pings().ping(1, "2018-01-01T04:00:00Z", true).count(Map.of("json", 12L, "driver_id", 3L));
        JsonNode answer = server.json("/api/incidents");
        assertThat(answer.get("incidents").findValuesAsText("when"))
                .containsExactly("2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z");
        assertThat(answer.get("incidents").get(0).get("count").asLong()).isEqualTo(2);
        assertThat(answer.get("rejected").toString()).isEqualTo("{\"driver_id\":3,\"json\":12}");
    }

    @Test
    void thePageIsServedWithAStrictPolicy() {
        HttpResponse<String> page = server.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                .startsWith("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(page.body()).doesNotContain("<script>").doesNotContain("style=");
    }

    @ParameterizedTest
    @CsvSource({
        "echarts.js, text/javascript",
        "d3-array.js, text/javascript",
        "d3-geo.js, text/javascript",
        "us-states.geojson, application/geo+json",
        "world-countries.geojson, application/geo+json"
    })
    void whatThePageUsesOfOthersIsServedCompressedAndMayBeCached(String file, String type) {
        HttpResponse<String> answer = server.send(
                HttpRequest.newBuilder(server.uri("/vendor/" + file)).header("Accept-Encoding", "gzip"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("cache-control")).contains("public, max-age=86400");
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith(type);
    }

    @Test
    void theDescriptionListsEveryRouteAndNoOther() {
        JsonNode description = server.json("/openapi.json");
        Set<String> described = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(described).containsExactlyElementsOf(new TreeSet<>(server.routes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/pings", "/api/tickets"})
    void writingNeedsTheTokenIfOneIsSet(String path) {
        try (ServerUnderTest guarded = new ServerUnderTest("secret")) {
            HttpRequest.Builder post = HttpRequest.newBuilder(guarded.uri(path)).POST(BodyPublishers.ofString("[]"));
            HttpResponse<String> refused = guarded.send(post);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("www-authenticate")).contains("Bearer");
            assertThat(refused.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(guarded.send(post.copy().header("Authorization", "Bearer wrong"))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(guarded.send(post.copy().header("Authorization", "Bearer secret"))
                            .statusCode())
                    .isEqualTo(202);
            assertThat(guarded.get("/reports").statusCode()).isEqualTo(200);
        }
    }

    private static Incident incident(int count, String when) {
        return new Incident(
                Incident.DATA_LOST, "pings", "log", 0, 0, count, count, Instant.parse(when), "Kafka had them no more.");
    }
}
