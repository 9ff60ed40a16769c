package rollcall.server.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.server.ServerUnderTest;

class PresenceRoutesTest {

    private final ServerUnderTest server = new ServerUnderTest();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void reportsAreSortedByTimeInTheFormReadersKnow() {
        countThreeMinutes();
        HttpResponse<String> answer = server.get("/reports");
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.body())
                .isEqualTo("[{\"time\":\"2018-01-01 04:00:00\",\"available\":1,\"online\":2},"
                        + "{\"time\":\"2018-01-01 04:01:00\",\"available\":1,\"online\":1},"
                        + "{\"time\":\"2018-01-01 05:00:00\",\"available\":0,\"online\":1}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-01-01 04:01:00",
                "2018-01-01T04:01:00Z",
                "2018-01-01T04:01:00",
                "2018-01-01T06:01:00+02:00",
                "2018-01-01T04:00:00.001Z"
            })
    void reportsTakeTimesInEitherForm(String from) {
        countThreeMinutes();
        assertThat(server.json("/reports?from=" + encode(from)).findValuesAsText("time"))
                .containsExactly("2018-01-01 04:01:00", "2018-01-01 05:00:00");
    }

    @Test
    void reportsIncludeBothEnds() {
        countThreeMinutes();
        assertThat(server.json("/reports?from=2018-01-01T04:00:00Z&to=2018-01-01T04:01:00Z")
                        .findValuesAsText("time"))
                .containsExactly("2018-01-01 04:00:00", "2018-01-01 04:01:00");
    }

    @Test
    void anEmptyParameterCountsAsMissing() {
        countThreeMinutes();
        assertThat(server.json("/reports?from=&to=")).hasSize(3);
    }

    @Test
    void aPlusThatWasNotEncodedIsStillAZone() {
        countThreeMinutes();
        assertThat(server.json("/reports?from=2018-01-01T06:01:00+02:00")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2018-02-30 00:00:00", "2018-01-01", "1514779200", "+99999-01-01T00:00:00Z"})
    void aTimeThatIsNoneIsRefusedByName(String to) {
        HttpResponse<String> answer = server.get("/reports?to=" + encode(to));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(server.json(answer).get("detail").asText())
                .contains("'to'", to, "2018-01-01 04:00:00 (UTC) or 2018-01-01T04:00:00Z");
        assertThat(server.json(answer).get("parameter").asText()).isEqualTo("to");
    }

    @Test
    void aRangeThatEndsBeforeItBeginsHasNoReports() {
        countThreeMinutes();
        assertThat(server.json("/reports?from=2018-01-02T00:00:00Z&to=2018-01-01T00:00:00Z"))
                .isEmpty();
    }

    @Test
    void aSeriesThatEndsBeforeItBeginsIsRefused() {
        HttpResponse<String> answer = server.get("/api/presence?from=2018-01-02T00:00:00Z&to=2018-01-01T00:00:00Z");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(server.json(answer).get("detail").asText()).contains("'from' lies after 'to'");
    }

    @Test
    void seriesEndsAtTheNewestMinuteAndLeavesOutEmptySteps() {
        countThreeMinutes();
        JsonNode series = server.json("/api/presence");
        assertThat(series.get("step").asText()).isEqualTo("1m");
        assertThat(series.get("city").isNull()).isTrue();
        assertThat(series.get("from").asText()).isEqualTo("2018-01-01T02:01:00Z");
        assertThat(series.get("to").asText()).isEqualTo("2018-01-01T05:00:00Z");
        assertThat(series.get("points").findValuesAsText("time"))
                .containsExactly("2018-01-01T04:00:00Z", "2018-01-01T04:01:00Z", "2018-01-01T05:00:00Z");
        JsonNode first = series.get("points").get(0);
        assertThat(first.get("online").asLong()).isEqualTo(2);
        assertThat(first.get("available").asLong()).isEqualTo(1);
        assertThat(first.get("pings").asLong()).isEqualTo(3);
        assertThat(first.get("availablePings").asLong()).isEqualTo(2);
        assertThat(first.get("correctedAt").asText()).startsWith("20").endsWith("Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5m", "1h", "1d"})
    void longerStepsCountDriversOnce(String step) {
        server.pings()
                .ping(1, "2018-01-01T04:00:10Z", true)
                .ping(1, "2018-01-01T04:03:10Z", false)
                .ping(2, "2018-01-01T04:04:10Z", false)
                .count();
        JsonNode points = server.json("/api/presence?step=" + step).get("points");
        assertThat(points).hasSize(1);
        assertThat(points.get(0).get("online").asLong()).isEqualTo(2);
        assertThat(points.get(0).get("available").asLong()).isEqualTo(1);
        assertThat(points.get(0).get("pings").asLong()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m", "5m", "1h", "1d"})
    void aCityHasASeriesOfItsOwn(String step) {
        server.pings()
                .ping(1, "2018-01-01T04:00:10Z", true, "Austin")
                .ping(2, "2018-01-01T04:00:20Z", true, "São Paulo")
                .ping(3, "2018-01-01T04:00:30Z", true, "São Paulo")
                .count();
        JsonNode series = server.json("/api/presence?step=" + step + "&city=" + encode("São Paulo"));
        assertThat(series.get("city").asText()).isEqualTo("São Paulo");
        assertThat(series.get("points").findValuesAsText("online")).containsExactly("2");
    }

    @Test
    void aLongRangeOfACityIsReadWhole() {
        for (int day = 0; day < 3; day++) {
            server.pings().ping(day, 1_514_764_800 + day * 86_400L, true, "Austin");
        }
        server.pings().count();
        JsonNode series = server.json("/api/presence?city=Austin&from=2018-01-01T00:00:00Z&to=2018-01-03T00:00:00Z");
        assertThat(series.get("points").findValuesAsText("time"))
                .containsExactly("2018-01-01T00:00:00Z", "2018-01-02T00:00:00Z", "2018-01-03T00:00:00Z");
    }

    @Test
    void aRangeTooLongIsRefusedWithTheStepThatFits() {
        HttpResponse<String> answer =
                server.get("/api/presence?city=Austin&from=2018-01-01T00:00:00Z&to=2019-01-01T00:00:00Z");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(server.json(answer).get("detail").asText()).contains("step=1m: use step=1h");
    }

    @Test
    void aYearOfMinutesIsReadFromReports() {
        countThreeMinutes();
        assertThat(server.json("/api/presence?from=2018-01-01T00:00:00Z&to=2019-01-01T00:00:00Z")
                        .get("points"))
                .hasSize(3);
        assertThat(server.get("/api/presence?from=2018-01-01T00:00:00Z&to=2020-01-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anUnknownStepIsRefused() {
        HttpResponse<String> answer = server.get("/api/presence?step=2m");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(server.json(answer).get("detail").asText()).contains("'step'", "'2m'", "1m, 5m, 1h, 1d");
    }

    @Test
    void lastMinutesAreTheUnionUpToTheNewestMinuteSeen() {
        server.pings()
                .ping(1, "2018-01-01T03:55:59Z", true)
                .ping(2, "2018-01-01T03:56:00Z", true)
                .ping(3, "2018-01-01T04:00:30Z", false)
                .ping(2, "2018-01-01T04:00:10Z", false)
                .count();
        JsonNode last = server.json("/api/presence/last?minutes=5");
        assertThat(last.get("online").asLong()).isEqualTo(2);
        assertThat(last.get("available").asLong()).isEqualTo(1);
        assertThat(last.get("asOf").asText()).isEqualTo("2018-01-01T04:00:30Z");
        assertThat(last.get("newestMinute").asText()).isEqualTo("2018-01-01T04:00:00Z");
        assertThat(last.get("staleSeconds").asLong()).isGreaterThan(86_400);
        assertThat(server.json("/api/presence/last?minutes=6").get("online").asLong())
                .isEqualTo(3);
    }

    @Test
    void manyLastMinutesAreCountedByHoursWithoutCountingMore() {
        server.pings()
                .ping(1, "2018-01-01T01:59:59Z", true)
                .ping(2, "2018-01-01T02:00:00Z", true)
                .ping(3, "2018-01-01T03:10:00Z", true)
                .ping(4, "2018-01-01T04:59:00Z", true)
                .count();
        assertThat(server.json("/api/presence/last?minutes=180").get("online").asLong())
                .isEqualTo(3);
        assertThat(server.json("/api/presence/last?minutes=181").get("online").asLong())
                .isEqualTo(4);
    }

    @Test
    void aYearOfLastMinutesIsCountedToTheMinute() {
        server.pings()
                .ping(1, "2017-06-01T01:29:59Z", true)
                .ping(2, "2017-06-01T01:30:00Z", true)
                .ping(3, "2017-12-24T20:00:00Z", true)
                .ping(3, "2018-01-01T04:00:00Z", false)
                .ping(4, "2018-06-01T01:29:00Z", false)
                .count();
        assertThat(server.json("/api/presence/last?minutes=525600")
                        .get("online")
                        .asLong())
                .isEqualTo(3);
        server.pings().ping(5, "2017-06-01T01:31:00Z", true).count();
        assertThat(server.json("/api/presence/last?minutes=525599")
                        .get("online")
                        .asLong())
                .isEqualTo(3);
    }

    @Test
    void aLatePingCorrectsTheLastMinutes() {
        server.pings().ping(1, "2018-01-01T04:04:00Z", true).count();
        assertThat(server.json("/api/presence/last").get("online").asLong()).isEqualTo(1);
        server.pings().ping(2, "2018-01-01T04:01:00Z", true).count();
        assertThat(server.json("/api/presence/last").get("online").asLong()).isEqualTo(2);
    }

    @Test
    void aSeriesSaysWhatMinutesWereBeforeLatePingsCorrectedThem() {
        server.pings()
                .ping(1, "2018-01-01T04:00:00Z", true, "Austin")
                .ping(1, "2018-01-01T04:05:00Z", true)
                .count();
        server.pings().ping(2, "2018-01-01T04:00:30Z", true, "Austin").count();
        server.pings().ping(3, "2018-01-01T04:01:00Z", true).count();
        JsonNode series = server.json("/api/presence?from=2018-01-01T04:00:00Z&to=2018-01-01T04:00:00Z");
        assertThat(series.get("corrections")).hasSize(1);
        JsonNode correction = series.get("corrections").get(0);
        assertThat(correction.get("time").asText()).isEqualTo("2018-01-01T04:00:00Z");
        assertThat(correction.get("online").asLong()).isEqualTo(1);
        assertThat(correction.get("available").asLong()).isEqualTo(1);
        assertThat(correction.get("at")).isEqualTo(series.get("points").get(0).get("correctedAt"));
        assertThat(server.json("/api/presence?step=1h&from=2018-01-01T04:00:00Z")
                        .get("corrections")
                        .findValuesAsText("time"))
                .containsExactly("2018-01-01T04:00:00Z", "2018-01-01T04:01:00Z");
        assertThat(server.json("/api/presence?city=Austin").get("corrections")).isEmpty();
    }

    @Test
    void nothingSeenIsNobodyThere() {
        JsonNode last = server.json("/api/presence/last?city=Austin");
        assertThat(last.get("online").asLong()).isZero();
        assertThat(last.get("available").asLong()).isZero();
        assertThat(last.get("asOf").isNull()).isTrue();
        assertThat(last.get("city").asText()).isEqualTo("Austin");
        assertThat(server.json("/api/presence").get("points")).isEmpty();
        assertThat(server.json("/reports")).isEmpty();
    }

    @Test
    void finishedMinutesOfACityAreComparedWithTheSameAnHourAndADayBefore() {
        server.pings()
                .ping(1, "2018-01-02T04:10:05Z", true, "Austin") // not finished
                .ping(2, "2018-01-02T04:09:00Z", true, "Austin")
                .ping(3, "2018-01-02T04:05:00Z", false, "Austin")
                .ping(4, "2018-01-02T04:04:59Z", false, "Austin")
                .ping(5, "2018-01-02T04:09:00Z", true, "Dallas")
                .ping(6, "2018-01-01T04:07:00Z", true, "Austin")
                .ping(7, "2018-01-02T03:07:00Z", true, "Dallas")
                .count();
        assertThat(server.json("/api/presence/changes?minutes=5&city=Austin").toString())
                .isEqualTo("{\"minutes\":5,\"city\":\"Austin\",\"until\":\"2018-01-02T04:10:00Z\","
                        + "\"now\":{\"online\":2,\"available\":1},\"hourAgo\":null,"
                        + "\"dayAgo\":{\"online\":1,\"available\":1}}");
        assertThat(server.json("/api/presence/changes").get("now").get("online").asLong())
                .isEqualTo(3);
    }

    @Test
    void nothingSeenIsComparedWithNothing() {
        assertThat(server.json("/api/presence/changes").toString())
                .isEqualTo("{\"minutes\":5,\"city\":null,\"until\":null,\"now\":{\"online\":0,\"available\":0},"
                        + "\"hourAgo\":null,\"dayAgo\":null}");
    }

    @Test
    void moreMinutesThanADayHasAreNotCompared() {
        assertThat(server.get("/api/presence/changes?minutes=1441").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "525601", "-1", "5.5", "five", "99999999999"})
    void aNumberOfMinutesOutOfRangeIsRefused(String minutes) {
        HttpResponse<String> answer = server.get("/api/presence/last?minutes=" + minutes);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(server.json(answer).get("detail").asText()).contains("'minutes'", minutes, "from 1 to 525600");
    }

    @Test
    void citiesAreSorted() {
        server.pings()
                .ping(1, "2018-01-01T04:00:00Z", true, "Zürich")
                .ping(2, "2018-01-01T04:00:00Z", true, "<img src=x onerror=alert(1)>")
                .ping(3, "2018-01-01T04:00:00Z", true)
                .count();
        assertThat(server.get("/api/cities").body())
                .isEqualTo("{\"cities\":[\"<img src=x onerror=alert(1)>\",\"Zürich\"]}");
    }

    private void countThreeMinutes() {
        server.pings()
                .ping(2, "2018-01-01T05:00:00Z", false)
                .ping(1, "2018-01-01T04:00:00Z", true)
                .ping(1, "2018-01-01T04:00:30Z", true)
                .ping(2, "2018-01-01T04:00:59Z", false)
                .ping(1, "2018-01-01T04:01:00Z", true)
                .count();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
