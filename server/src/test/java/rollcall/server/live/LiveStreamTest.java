package rollcall.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rollcall.server.ServerUnderTest;
import rollcall.server.live.EventReader.Event;
import rollcall.store.Incident;
import rollcall.store.Stall;

class LiveStreamTest {

    private final ServerUnderTest server = new ServerUnderTest();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aNewClientIsToldHowThingsAre() {
        server.pings()
                .ping(1, "2018-01-01T04:04:30Z", true)
                .ping(2, "2018-01-01T04:01:00Z", false)
                .count();
        try (EventReader client = new EventReader(server, null)) {
            Event event = client.next("presence");
            assertThat(event.id()).isNotNull();
            assertThat(event.data().get("full").asBoolean()).isTrue();
            assertThat(event.data().get("asOf").asText()).isEqualTo("2018-01-01T04:04:30Z");
            assertThat(event.data().get("last").get("1").toString()).isEqualTo("{\"online\":1,\"available\":1}");
            assertThat(event.data().get("last").get("5").toString()).isEqualTo("{\"online\":2,\"available\":1}");
        }
    }

    @Test
    void clientsAreToldHowFinishedMinutesCompare() {
        server.pings()
                .ping(1, "2018-01-01T03:03:30Z", true)
                .ping(2, "2018-01-01T04:04:30Z", true)
                .count();
        try (EventReader client = new EventReader(server, null)) {
            assertThat(client.next("presence").data().get("changes").get("1").toString())
                    .isEqualTo("{\"now\":{\"online\":0,\"available\":0},\"hourAgo\":{\"online\":1,\"available\":1},"
                            + "\"dayAgo\":null}");
            server.pings().ping(2, "2018-01-01T04:05:00Z", true).count();
            assertThat(client.next("presence").data().get("changes").get("1").toString())
                    .isEqualTo("{\"now\":{\"online\":1,\"available\":1},\"hourAgo\":null,\"dayAgo\":null}");
        }
    }

    @Test
    void aClientOfAnEmptyServerIsToldThatToo() {
        try (EventReader client = new EventReader(server, null)) {
            Event event = client.next("presence");
            assertThat(event.data().get("asOf").isNull()).isTrue();
            assertThat(event.data().get("last")).isEmpty();
        }
    }

    @Test
    void aChangeListsTheMinutesThatChangedAndNoOthers() {
        server.pings()
                .ping(1, "2018-01-01T04:03:00Z", true)
                .ping(1, "2018-01-01T04:04:00Z", true)
                .count();
        try (EventReader client = new EventReader(server, null)) {
            client.next("presence");
            server.pings().ping(2, "2018-01-01T04:03:30Z", false).count();
            Event change = client.next("presence");
            assertThat(change.data().get("full").asBoolean()).isFalse();
            assertThat(change.data().get("minutes").findValuesAsText("time")).containsExactly("2018-01-01T04:03:00Z");
            assertThat(change.data().get("minutes").get(0).get("online").asLong())
                    .isEqualTo(2);
            assertThat(change.data().get("last").get("5").get("online").asLong())
                    .isEqualTo(2);
        }
    }

    @Test
    void aChangeSaysWhatMinutesWereBeforeLatePingsCorrectedThem() {
        server.pings()
                .ping(1, "2018-01-01T04:01:00Z", true)
                .ping(1, "2018-01-01T04:04:00Z", true)
                .count();
        try (EventReader client = new EventReader(server, null)) {
            assertThat(client.next("presence").data().get("corrections")).isEmpty();
            server.pings()
                    .ping(2, "2018-01-01T04:04:30Z", false)
                    .ping(2, "2018-01-01T04:01:30Z", false)
                    .count();
            JsonNode corrections = client.next("presence").data().get("corrections");
            assertThat(corrections.findValuesAsText("time")).containsExactly("2018-01-01T04:01:00Z");
            assertThat(corrections.get(0).get("online").asLong()).isEqualTo(1);
        }
    }

    @Test
    void aClientThatComesBackGetsWhatItMissed() {
        try (EventReader steady = new EventReader(server, null)) {
            String last;
            try (EventReader client = new EventReader(server, null)) {
                last = client.next("presence").id();
            }
            steady.next("presence");
            server.pings().ping(1, "2018-01-01T04:03:30Z", false).count();
            steady.next("presence");
            try (EventReader back = new EventReader(server, last)) {
                Event missed = back.next("presence");
                assertThat(missed.data().get("full").asBoolean()).isFalse();
                assertThat(missed.data().get("minutes").findValuesAsText("time"))
                        .containsExactly("2018-01-01T04:03:00Z");
            }
        }
    }

    @Test
    void aClientWhoseLastEventIsUnknownIsToldHowThingsAre() {
        try (EventReader client = new EventReader(server, "of-another-server-17")) {
            assertThat(client.next("presence").data().get("full").asBoolean()).isTrue();
        }
    }

    @Test
    void aNewClientIsToldHowManyAlertsAreOpen() {
        server.alerts().low("Austin", "3");
        try (EventReader client = new EventReader(server, null)) {
            assertThat(client.next("alerts").data().toString())
                    .isEqualTo("{\"open\":{\"running-low\":0,\"low\":1,\"out-of-stock\":0},\"acknowledged\":0,"
                            + "\"places\":[],\"full\":true}");
        }
    }

    @Test
    void anAlertIsToldWhenItIsNewWhenItChangesAndWhenSomebodyHasSeenToIt() {
        try (EventReader client = new EventReader(server, null)) {
            client.next("alerts");
            String id = server.alerts().low("Austin", "3");
            assertThat(client.next("alert").data())
                    .isEqualTo(server.json("/api/alerts").get(0));
            server.alerts().sellOut(id);
            assertThat(client.next("alert").data().get("kind").asText()).isEqualTo("out-of-stock");
            server.post("/api/alerts/Austin%7CTX%7C3%7C1/acknowledge", "{\"comment\":\"seen\"}");
            assertThat(client.next("alert").data().get("comment").asText()).isEqualTo("seen");
            server.alerts().resolve(id);
            assertThat(client.next("alert").data().get("status").asText()).isEqualTo("resolved");
            assertThat(client.next("alerts").data().get("full").asBoolean()).isFalse();
        }
    }

    @Test
    void itIsToldWhereItHasBecomeBetterOrWorseAndNowhereElse() {
        server.alerts().low("Waco", "3");
        try (EventReader client = new EventReader(server, null)) {
            client.next("alerts");
            String id = server.alerts().low("Austin", "3");
            assertThat(places(client)).isEqualTo("[{'city':'Austin','state':'TX','alerts':1,'worst':'low'}]");
            server.alerts().redirect(id, "Dallas", 27, 290);
            assertThat(places(client)).as("a donor found").isEqualTo("[]");
            server.alerts().low("Austin", "4");
            assertThat(places(client)).isEqualTo("[{'city':'Austin','state':'TX','alerts':2,'worst':'low'}]");
            server.alerts().sellOut(id);
            assertThat(places(client)).isEqualTo("[{'city':'Austin','state':'TX','alerts':2,'worst':'out-of-stock'}]");
            server.alerts().resolve(id);
            assertThat(places(client)).isEqualTo("[{'city':'Austin','state':'TX','alerts':1,'worst':'low'}]");
            server.alerts().resolve("Austin|TX|4|1");
            assertThat(places(client)).isEqualTo("[{'city':'Austin','state':'TX','alerts':0,'worst':null}]");
        }
    }

    @Test
    void soManyPlacesAtOnceThatNotAllAreToldAreSaidToBe() {
        try (EventReader client = new EventReader(server, null)) {
            client.next("alerts");
            server.alerts().lowInManyCities(AlertsEvent.MOST_ALERTS + 1);
            Event summary = client.next("alerts");
            assertThat(summary.data().get("full").asBoolean()).isTrue();
            assertThat(summary.data().get("places")).isEmpty();
        }
    }

    @Test
    void aClientThatComesBackGetsTheAlertsItMissed() {
        try (EventReader steady = new EventReader(server, null)) {
            steady.next("alerts");
            String last;
            try (EventReader client = new EventReader(server, null)) {
                last = client.next("alerts").id();
            }
            server.alerts().low("Austin", "3");
            steady.next("alert");
            try (EventReader back = new EventReader(server, last)) {
                assertThat(back.next("alert").data().get("id").asText()).isEqualTo("Austin|TX|3|1");
            }
        }
    }

    @Test
    void soManyAlertsAtOnceThatNotAllAreToldAreSaidToBe() {
        try (EventReader client = new EventReader(server, null)) {
            client.next("alerts");
            server.alerts().low("Austin", AlertsEvent.MOST_ALERTS + 50);
            Event first = client.next("alert");
            assertThat(first.data().get("number").asLong()).isEqualTo(51);
            Event summary = client.next("alerts");
            assertThat(summary.data().get("full").asBoolean()).isTrue();
            assertThat(summary.data().get("open").get("low").asLong()).isEqualTo(AlertsEvent.MOST_ALERTS + 50);
        }
    }

    @Test
    void incidentsAreTold() {
        try (EventReader client = new EventReader(server, null)) {
            client.next("presence");
            server.database()
                    .incidents()
                    .record(new Incident(
                            Incident.RESTART,
                            "pings",
                            "log",
                            0,
                            5,
                            9,
                            4,
                            Instant.parse("2026-01-01T00:00:00Z"),
                            "Again."));
            assertThat(client.next("incident").data().get("kind").asText()).isEqualTo(Incident.RESTART);
        }
    }

    @Test
    void heartbeatsSayWhetherTheDatabaseAnswers() {
        try (EventReader client = new EventReader(server, null)) {
            assertThat(client.next("heartbeat").data().get("healthy").asBoolean())
                    .isTrue();
            server.endDatabase();
            Event troubled = client.next(event -> event.name().equals("heartbeat")
                    && !event.data().get("healthy").asBoolean());
            assertThat(troubled.id()).isNull();
        }
    }

    @Test
    void clientsAreToldToComeBackEachAfterAnotherWhile() throws Exception {
        Set<String> retries = new HashSet<>();
        for (int client = 0; client < 3; client++) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.uri("/api/stream")).build();
            try (Stream<String> lines =
                    server.client().send(request, BodyHandlers.ofLines()).body()) {
                retries.add(lines.findFirst().orElseThrow());
            }
        }
        assertThat(retries).hasSizeGreaterThan(1).allMatch(line -> line.matches("retry: \\d{3,4}"));
    }

    @Test
    void anIncidentThatIsOverIsToldAgain() {
        try (EventReader client = new EventReader(server, null)) {
            client.next("presence");
            Instant since = Instant.parse("2026-01-01T14:02:10Z");
            server.database().incidents().begin(new Stall("pings", "pings", 17, since), since.plusSeconds(120));
            assertThat(client.next("incident").data().get("ongoing").asBoolean())
                    .isTrue();
            server.database().incidents().endStalls("pings", 18, since.plusSeconds(441));
            assertThat(client.next("incident").data().get("detail").asText())
                    .isEqualTo("No pings came from 14:02:10 to 14:09:31 UTC (7 min).");
        }
    }

    @Test
    void clientsThatLeaveAreForgotten() {
        try (EventReader client = new EventReader(server, null)) {
            client.next("presence");
            await().until(() -> server.get("/metrics").body().contains("rollcall_stream_clients 1"));
        }
        await().until(() -> server.get("/metrics").body().contains("rollcall_stream_clients 0"));
    }

    private static String places(EventReader client) {
        return client.next("alerts").data().get("places").toString().replace('"', '\'');
    }
}
