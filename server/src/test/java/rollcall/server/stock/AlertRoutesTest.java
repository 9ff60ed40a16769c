package rollcall.server.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.geo.Place;
import rollcall.server.AlertWriter;
import rollcall.server.ServerUnderTest;
import rollcall.stock.AlertKind;
import rollcall.stock.ShelfId;

class AlertRoutesTest {

    private static final Pattern NEXT = Pattern.compile("<(/api/alerts\\?[^>]*)>; rel=\"next\"");

    private final ServerUnderTest server = new ServerUnderTest();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anAlertSaysWhatIsLowAndWhoCanHelp() {
        String id = server.alerts().low("Austin", "3");
        server.alerts().redirect(id, "Dallas", 27, 290.5);
        JsonNode alert = server.json("/api/alerts").get(0);
        assertThat(((ObjectNode) alert).remove("updatedAt").asText())
                .startsWith("20")
                .endsWith("Z");
        assertThat(alert.toString())
                .isEqualTo(
                        "{\"id\":\"Austin|TX|3|1\",\"number\":1,\"city\":\"Austin\",\"state\":\"TX\",\"product\":\"3\","
                                + "\"episode\":1,\"kind\":\"low\",\"status\":\"open\",\"level\":12,\"threshold\":20,"
                                + "\"reorderPoint\":33.5,\"clearLevel\":50.25,\"demandPerHour\":18.5,"
                                + "\"minutesLeft\":38.91891891891892,\"raisedAt\":\"2018-01-01T04:00:00Z\","
                                + "\"raised\":{\"at\":\"2018-01-01T04:00:00Z\",\"kind\":\"low\",\"level\":12,\"threshold\":20,"
                                + "\"reorderPoint\":33.5,\"clearLevel\":50.25,\"demandPerHour\":18.5,"
                                + "\"minutesLeft\":38.91891891891892},\"since\":{\"low\":\"2018-01-01T04:00:00Z\"},"
                                + "\"redirects\":[{\"city\":\"Dallas\",\"state\":\"TX\",\"quantity\":27,\"km\":290.5}],"
                                + "\"redirect\":{\"city\":\"Dallas\",\"state\":\"TX\",\"quantity\":27,\"km\":290.5},"
                                + "\"resolvedAt\":null,\"comment\":null,\"acknowledgedAt\":null}");
    }

    @Test
    void anAlertThatGotWorseSaysSinceWhen() {
        server.alerts().sellOut(server.alerts().low("Austin", "3"));
        JsonNode alert = server.json("/api/alerts").get(0);
        assertThat(alert.get("kind").asText()).isEqualTo("out-of-stock");
        assertThat(alert.get("level").asLong()).isZero();
        assertThat(alert.get("minutesLeft").asDouble()).isZero();
        assertThat(alert.get("raised").get("level").asLong()).isEqualTo(12);
        assertThat(alert.get("since").toString())
                .isEqualTo("{\"low\":\"2018-01-01T04:00:00Z\",\"out-of-stock\":\"2018-01-01T04:01:00Z\"}");
        assertThat(alert.get("redirects")).isEmpty();
        assertThat(alert.get("redirect").isNull()).isTrue();
    }

    @Test
    void anAlertHasTheFieldsThatAreDescribed() {
        server.alerts().redirect(server.alerts().low("Austin", "3"), "Dallas", 27, 290.5);
        JsonNode alert = server.json("/api/alerts").get(0);
        JsonNode schemas = server.json("/openapi.json").get("components").get("schemas");
        assertThat(alert.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        () -> schemas.get("Alert").get("properties").fieldNames());
        assertThat(alert.get("raised").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        () -> schemas.get("Reading").get("properties").fieldNames());
        assertThat(alert.get("redirect").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        () -> schemas.get("Donor").get("properties").fieldNames());
    }

    @Test
    void pagesLinkToTheNextOneUntilAllIsRead() {
        for (int product = 1; product <= 5; product++) {
            server.alerts().low("Austin", String.valueOf(product));
        }
        server.alerts().resolve("Austin|TX|2|1");
        List<String> products = new ArrayList<>();
        String page = "/api/alerts?state=open&since=2018-01-01+04:00:00&limit=2";
        while (page != null) {
            HttpResponse<String> answer = server.get(page);
            products.addAll(server.json(answer).findValuesAsText("product"));
            Matcher next = NEXT.matcher(answer.headers().firstValue("link").orElse(""));
            page = next.matches() ? next.group(1) : null;
        }
        assertThat(products).containsExactly("5", "4", "3", "1");
    }

    @Test
    void theNextPageIsToldAsANumberToo() {
        server.alerts().low("Austin", 3);
        HttpResponse<String> first = server.get("/api/alerts?limit=2");
        assertThat(first.headers().firstValue("x-next")).contains("2");
        HttpResponse<String> last = server.get("/api/alerts?limit=2&before=2");
        assertThat(server.json(last).findValuesAsText("product")).containsExactly("0");
        assertThat(last.headers().map()).doesNotContainKeys("x-next", "link");
    }

    @Test
    void alertsAreAskedForByStateAndTime() {
        server.alerts().low("Austin", "old", AlertWriter.RAISED.minusSeconds(1));
        server.alerts().low("Austin", "open");
        server.post("/api/alerts/" + encode(server.alerts().low("Austin", "seen")) + "/acknowledge", "");
        server.alerts().resolve(server.alerts().low("Austin", "filled"));
        assertThat(products("/api/alerts")).containsExactly("filled", "seen", "open", "old");
        assertThat(products("/api/alerts?state=open")).containsExactly("open", "old");
        assertThat(products("/api/alerts?state=acknowledged,%20resolved")).containsExactly("filled", "seen");
        assertThat(products("/api/alerts?since=2018-01-01T04:00:00Z&state=open"))
                .containsExactly("open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opened", "open,opened", "OPEN", ","})
    void anUnknownStateIsRefusedWithThoseThereAre(String state) {
        HttpResponse<String> answer = server.get("/api/alerts?state=" + state);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(server.json(answer).get("detail").asText())
                .contains("'state'", "is none of open, acknowledged, resolved");
        assertThat(server.json(answer).get("parameter").asText()).isEqualTo("state");
    }

    @Test
    void alertsAreAskedForByKind() {
        server.alerts().low("Austin", "low");
        server.alerts().sellOut(server.alerts().low("Austin", "out"));
        server.alerts().raise("Austin", "soon", AlertKind.RUNNING_LOW, 30, AlertWriter.RAISED);
        assertThat(products("/api/alerts?kind=out-of-stock")).containsExactly("out");
        assertThat(products("/api/alerts?kind=running-low,%20low")).containsExactly("soon", "low");
        assertThat(products("/api/alerts?kind=")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "low,empty", "LOW", ","})
    void anUnknownKindIsRefusedWithThoseThereAre(String kind) {
        HttpResponse<String> answer = server.get("/api/alerts?kind=" + kind);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(server.json(answer).get("detail").asText())
                .contains("'kind'", "is none of running-low, low, out-of-stock", "kind=out-of-stock,low");
        assertThat(server.json(answer).get("parameter").asText()).isEqualTo("kind");
    }

    @Test
    void alertsAreAskedForByWords() {
        server.alerts().low("Austin", "oat-milk");
        server.alerts().low("Ürümqi", "oat-bread");
        server.alerts().low("Waco", "a.b");
        assertThat(products("/api/alerts?q=OAT")).containsExactly("oat-bread", "oat-milk");
        assertThat(products("/api/alerts?q=Austin,+tx")).containsExactly("oat-milk");
        assertThat(products("/api/alerts?q=" + encode("ürüm\t\u0000OAT"))).containsExactly("oat-bread");
        assertThat(products("/api/alerts?q=.")).containsExactly("a.b");
        assertThat(products("/api/alerts?q=" + encode(".* (["))).isEmpty();
        assertThat(products("/api/alerts?q=+,+")).hasSize(3);
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        HttpResponse<String> answer = server.get("/api/alerts?q=" + "x".repeat(101));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(server.json(answer).get("detail").asText()).contains("'q'", "is longer than 100 characters");
    }

    @Test
    void theNextPageIsFilteredAsTheFirst() {
        server.alerts().low("Austin", 3);
        server.alerts().low("Waco", 3);
        String page = "/api/alerts?state=open,acknowledged&kind=low&q=" + encode("austin & t") + "&limit=2";
        assertThat(server.get(page).body()).isEqualTo("[]");
        HttpResponse<String> first = server.get(page.replace("+%26", "").replace("%20%26", ""));
        Matcher next = NEXT.matcher(first.headers().firstValue("link").orElseThrow());
        assertThat(next.matches()).isTrue();
        assertThat(next.group(1)).contains("state=open%2Cacknowledged", "kind=low", "q=austin+t");
        assertThat(products(next.group(1))).containsExactly("0");
    }

    @Test
    void howManyThereAreIsToldWhenAskedFor() {
        server.alerts().low("Austin", 30);
        server.alerts().low("Waco", "3");
        HttpResponse<String> counted = server.get("/api/alerts?q=austin&limit=5&total=true");
        assertThat(counted.headers().firstValue("x-total")).contains("30");
        assertThat(server.get("/api/alerts?limit=5").headers().map()).doesNotContainKey("x-total");
        HttpResponse<String> bad = server.get("/api/alerts?total=yes");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(server.json(bad).get("detail").asText()).contains("is neither true nor false: 'yes'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/alerts?before=", "/poll?after="})
    void aCursorThatIsNoneIsRefused(String call) {
        for (String cursor : List.of("-1", "x", "1.5", "99999999999999999999")) {
            HttpResponse<String> answer = server.get(call + cursor);
            assertThat(answer.statusCode()).as(cursor).isEqualTo(400);
            assertThat(server.json(answer).get("detail").asText()).contains("'" + cursor + "'");
        }
    }

    @Test
    void anAcknowledgedAlertKeepsTheCommentWhileItGoesOn() {
        String id = server.alerts().low("Austin", "3");
        HttpResponse<String> answer =
                server.post("/api/alerts/Austin%7CTX%7C3%7C1/acknowledge", "{\"comment\":\"27 on the way\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(server.json(answer).get("status").asText()).isEqualTo("acknowledged");
        assertThat(server.json(answer).get("comment").asText()).isEqualTo("27 on the way");
        assertThat(server.json(answer).get("acknowledgedAt").asText()).startsWith("20");
        server.alerts().sellOut(id);
        JsonNode later = server.json("/api/alerts").get(0);
        assertThat(later.get("status").asText()).isEqualTo("acknowledged");
        assertThat(later.get("kind").asText()).isEqualTo("out-of-stock");
        assertThat(later.get("comment").asText()).isEqualTo("27 on the way");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{}", "{\"comment\":null}", "{\"comment\":\"\",\"by\":\"me\"}"})
    void aCommentMayBeLeftOut(String body) {
        server.alerts().low("Austin", "3");
        HttpResponse<String> answer = server.post("/api/alerts/Austin%7CTX%7C3%7C1/acknowledge", body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(server.json(answer).get("comment").asText()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "[]", "\"hello\"", "{\"comment\":5}", "{\"comment\":\"a\"} {}", "{\"comment\":"})
    void aBodyThatIsNoCommentIsRefused(String body) {
        server.alerts().low("Austin", "3");
        HttpResponse<String> answer = server.post("/api/alerts/Austin%7CTX%7C3%7C1/acknowledge", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(server.json(answer).get("detail").asText()).contains("{\"comment\": ");
        assertThat(products("/api/alerts?state=open")).containsExactly("3");
    }

    @Test
    void aCommentMayHaveAThousandCharacters() {
        server.alerts().low("Austin", "3");
        String call = "/api/alerts/Austin%7CTX%7C3%7C1/acknowledge";
        assertThat(server.post(call, "{\"comment\":\"" + "ü".repeat(1000) + "\"}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> tooLong = server.post(call, "{\"comment\":\"" + "x".repeat(1001) + "\"}");
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(server.json(tooLong).get("detail").asText()).contains("1001", "1000");
    }

    @Test
    void anAlertThatIsNotThereCanNotBeAcknowledged() {
        HttpResponse<String> answer = server.post("/api/alerts/Austin%7CTX%7C3%7C1/acknowledge", "");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(server.json(answer).get("detail").asText()).contains("'Austin|TX|3|1'");
    }

    @Test
    void aResolvedAlertCanNotBeAcknowledged() {
        server.alerts().resolve(server.alerts().low("Austin", "3"));
        HttpResponse<String> answer = server.post("/api/alerts/Austin%7CTX%7C3%7C1/acknowledge", "");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(server.json(answer).get("detail").asText()).contains("resolved");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A/B", "50%", "a|b", "Ürümqi", "..", "a;b=c", "x y+z", "<img src=x onerror=alert(1)>", "?#&\\"})
    void anAlertIsAcknowledgedWhateverItsCityIsCalled(String city) {
        String id = server.alerts().low(city, "3");
        assertThat(id).isEqualTo(ShelfId.of(new Place(city, "TX"), "3") + "|1");
        HttpResponse<String> answer = server.post("/api/alerts/" + encode(id) + "/acknowledge", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(server.json(answer).get("city").asText()).isEqualTo(city);
    }

    @Test
    void acknowledgingNeedsTheTokenIfOneIsSet() {
        try (ServerUnderTest guarded = new ServerUnderTest("secret")) {
            guarded.alerts().low("Austin", "3");
            HttpRequest.Builder post = HttpRequest.newBuilder(
                            guarded.uri("/api/alerts/Austin%7CTX%7C3%7C1/acknowledge"))
                    .POST(BodyPublishers.noBody());
            assertThat(guarded.send(post).statusCode()).isEqualTo(401);
            assertThat(guarded.send(post.copy().header("Authorization", "Bearer secret"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aPollHasEachAlertOncePerCursorOldestFirst() {
        server.alerts().low("Austin", "3");
        server.alerts().resolve(server.alerts().low("Dallas", "4"));
        HttpResponse<String> first = server.get("/poll");
        assertThat(first.body())
                .isEqualTo("[{\"low_product\":\"3\",\"state\":\"TX\",\"city\":\"Austin\"},"
                        + "{\"low_product\":\"4\",\"state\":\"TX\",\"city\":\"Dallas\"}]");
        String cursor = first.headers().firstValue("x-cursor").orElseThrow();

        server.alerts().sellOut("Austin|TX|3|1");
        HttpResponse<String> nothing = server.get("/poll?after=" + cursor);
        assertThat(nothing.body()).isEqualTo("[]");
        assertThat(nothing.headers().firstValue("x-cursor")).contains(cursor);

        server.alerts().low("Waco", "5");
        assertThat(server.json("/poll?after=" + cursor).findValuesAsText("city"))
                .containsExactly("Waco");
    }

    @Test
    void aPollOfManyGoesOnWhereTheLastOneEnded() {
        server.alerts().low("Austin", 1500);
        HttpResponse<String> first = server.get("/poll");
        assertThat(server.json(first)).hasSize(1000);
        String cursor = first.headers().firstValue("x-cursor").orElseThrow();
        assertThat(server.json("/poll?after=" + cursor)).hasSize(500);
    }

    @Test
    void aPollOfNothingHasACursorToo() {
        assertThat(server.get("/poll").headers().firstValue("x-cursor")).contains("0");
    }

    @Test
    void metricsTellHowManyAreNotResolved() {
        server.alerts().low("Austin", 3);
        server.post("/api/alerts/Austin%7CTX%7C0%7C1/acknowledge", "");
        await().until(() -> server.get("/metrics").body(), body -> body.contains("rollcall_alerts_acknowledged 1.0"));
        assertThat(server.get("/metrics").body())
                .contains("rollcall_alerts_open{kind=\"low\"} 2.0")
                .contains("rollcall_alerts_open{kind=\"out-of-stock\"} 0.0");
    }

    private List<String> products(String call) {
        return server.json(call).findValuesAsText("product");
    }

    private static String encode(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
