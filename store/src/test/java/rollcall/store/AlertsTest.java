package rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rollcall.geo.Place;
import rollcall.stock.Acknowledged;
import rollcall.stock.Acknowledgement;
import rollcall.stock.Alert;
import rollcall.stock.AlertKind;
import rollcall.stock.Open;
import rollcall.stock.Redirect;
import rollcall.stock.Resolved;

class AlertsTest {

    private static final Acknowledgement SEEN =
            new Acknowledgement("On its way", Instant.parse("2026-01-01T00:00:00Z"));

    private final TestDatabase server = new TestDatabase();
    private final Database database = server.open();
    private final Alerts alerts = database.alerts();

    @AfterEach
    void close() {
        database.close();
        server.close();
    }

    @Test
    void anAlertIsReadAsItWasWritten() {
        Alert alert = new TestAlert("3")
                .worsened(AlertKind.OUT_OF_STOCK, 60)
                .redirect(new Redirect(TestAlert.AUSTIN, new Place("Dallas", "TX"), 27, 290.5))
                .resolvedAfter(120)
                .alert();
        alerts.write(List.of(alert));

        StoredAlert stored = alerts.find("Austin|TX|3|1").orElseThrow();
        assertThat(stored.alert()).isEqualTo(alert);
        assertThat(stored.state()).isEqualTo(new Resolved(null));
        assertThat(stored.number()).isEqualTo(1);
        assertThat(stored.raisedAt()).isEqualTo(TestAlert.RAISED);
    }

    @Test
    void anAlertThatIsNotThereIsNotFound() {
        assertThat(alerts.find("Austin|TX|3|1")).isEmpty();
        assertThat(alerts.lastNumber()).isZero();
    }

    @Test
    void anOlderOrEqualRevisionChangesNothing() {
        alerts.write(List.of(new TestAlert("3").revision(5).level(4).alert()));
        StoredAlert before = alerts.find("Austin|TX|3|1").orElseThrow();
        alerts.write(List.of(new TestAlert("3").revision(5).level(9).alert()));
        alerts.write(List.of(new TestAlert("3").revision(4).level(9).alert()));

        assertThat(alerts.find("Austin|TX|3|1")).contains(before);
    }

    @Test
    void aNewerRevisionReplacesWhatTheTicketsSayAndKeepsTheNumber() {
        alerts.write(List.of(new TestAlert("3").alert(), new TestAlert("4").alert()));
        Alert newer = new TestAlert("3")
                .revision(2)
                .worsened(AlertKind.OUT_OF_STOCK, 60)
                .alert();
        alerts.write(List.of(newer));

        StoredAlert stored = alerts.find("Austin|TX|3|1").orElseThrow();
        assertThat(stored.alert()).isEqualTo(newer);
        assertThat(stored.number()).isEqualTo(1);
    }

    @Test
    void ofSeveralRevisionsInOneCallTheNewestCounts() {
        alerts.write(List.of(
                new TestAlert("3").revision(2).level(2).alert(),
                new TestAlert("3").revision(3).level(1).alert(),
                new TestAlert("3").revision(1).level(3).alert()));

        assertThat(alerts.find("Austin|TX|3|1").orElseThrow().alert().latest().level())
                .isEqualTo(1);
        assertThat(alerts.lastNumber()).isEqualTo(1);
    }

    @Test
    void newAlertsAreNumberedByTheTimeTheyWereRaisedAndThenById() {
        alerts.write(List.of(
                new TestAlert("8").raisedAfter(10).alert(),
                new TestAlert("5").alert(),
                new TestAlert("4").alert(),
                new TestAlert("9").raisedAfter(5).alert()));
        alerts.write(List.of(new TestAlert("1").alert()));

        assertThat(alerts.after(0, 100))
                .extracting(StoredAlert::id, StoredAlert::number)
                .containsExactly(
                        tuple("Austin|TX|4|1", 1L),
                        tuple("Austin|TX|5|1", 2L),
                        tuple("Austin|TX|9|1", 3L),
                        tuple("Austin|TX|8|1", 4L),
                        tuple("Austin|TX|1|1", 5L));
    }

    @Test
    void aJobThatBeginsAnewNumbersOnFromTheHighest() {
        alerts.write(List.of(new TestAlert("1").alert(), new TestAlert("2").alert()));
        try (Database again = server.open()) {
            again.alerts().write(List.of(new TestAlert("1").alert(), new TestAlert("3").alert()));
        }

        assertThat(alerts.find("Austin|TX|3|1").orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void numbersTakenByAnotherWriterAreLeftToIt() {
        alerts.write(List.of(new TestAlert("1").alert()));
        try (Database other = server.open()) {
            other.alerts().write(List.of(new TestAlert("2").alert()));
        }
        alerts.write(List.of(new TestAlert("3").alert(), new TestAlert("4").alert()));

        assertThat(alerts.after(0, 100))
                .extracting(alert -> alert.alert().product(), StoredAlert::number)
                .contains(tuple("2", 2L))
                .hasSize(4)
                .doesNotHaveDuplicates();
    }

    @Test
    void thousandsInOneCallAreAllStored() {
        List<Alert> many = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            many.add(new TestAlert("p" + i).raisedAfter(i).alert());
        }
        alerts.write(many);
        alerts.write(many);

        assertThat(alerts.after(0, 10_000)).extracting(StoredAlert::alert).isEqualTo(many);
        assertThat(alerts.lastNumber()).isEqualTo(2500);
    }

    @Test
    void pagesGoFromTheNewestToTheOldest() {
        for (String product : List.of("1", "2", "3", "4", "5")) {
            alerts.write(List.of(new TestAlert(product).alert()));
        }
        List<StoredAlert> first = alerts.page(AlertFilter.ALL, OptionalLong.empty(), 2);
        List<StoredAlert> second =
                alerts.page(AlertFilter.ALL, OptionalLong.of(first.get(1).number()), 2);

        assertThat(products(first)).containsExactly("5", "4");
        assertThat(products(second)).containsExactly("3", "2");
    }

    @Test
    void aPageHasOnlyTheStatesAskedForAndWhatWasRaisedSince() {
        alerts.write(List.of(
                new TestAlert("1").alert(),
                new TestAlert("2").raisedAfter(10).alert(),
                new TestAlert("3").raisedAfter(20).alert(),
                new TestAlert("4").raisedAfter(30).resolvedAfter(60).alert()));
        alerts.acknowledge("Austin|TX|2|1", SEEN);

        assertThat(found(AlertFilter.ALL.in("open"))).containsExactly("3", "1");
        assertThat(found(AlertFilter.ALL.in("acknowledged", "resolved"))).containsExactly("4", "2");
        assertThat(found(AlertFilter.ALL.in("open", "acknowledged").since(TestAlert.RAISED.plusSeconds(10))))
                .containsExactly("3", "2");
    }

    @Test
    void aPageHasOnlyTheKindsAskedForByTheWorstOfTheEpisode() {
        alerts.write(List.of(
                new TestAlert("1").alert(),
                new TestAlert("2").worsened(AlertKind.OUT_OF_STOCK, 60).alert()));
        assertThat(found(AlertFilter.ALL.of(AlertKind.LOW))).containsExactly("1");
        assertThat(found(AlertFilter.ALL.of(AlertKind.OUT_OF_STOCK, AlertKind.RUNNING_LOW)))
                .containsExactly("2");
    }

    @Test
    void everyWordOccursInTheProductTheCityOrTheState() {
        alerts.write(List.of(
                new TestAlert("oat-milk").alert(),
                new TestAlert("oat-bread").in(new Place("Santa Fe", "NM")).alert(),
                new TestAlert("7").in(new Place("Ürümqi", "XJ")).alert()));
        assertThat(found(AlertFilter.ALL.with("OAT"))).containsExactlyInAnyOrder("oat-bread", "oat-milk");
        assertThat(found(AlertFilter.ALL.with("fe", "oat", "nm"))).containsExactly("oat-bread");
        assertThat(found(AlertFilter.ALL.with("fe", "milk"))).isEmpty();
        assertThat(found(AlertFilter.ALL.with("üRÜM"))).containsExactly("7");
    }

    @Test
    void whatLooksLikeAPatternIsAWord() {
        String odd = ".*^$+?()[]{}|\\\\E-#&/~<>\"'`=!%_ \uD83E\uDD5B";
        alerts.write(
                List.of(new TestAlert("plain").alert(), new TestAlert(odd).alert(), new TestAlert("x" + odd).alert()));
        assertThat(found(AlertFilter.ALL.with(odd))).containsExactlyInAnyOrder(odd, "x" + odd);
        for (String pattern : List.of(".", "a|p", "^", "$", "p.ain", "(", "[", "\\Q", "\\w", "*", "{1}")) {
            assertThat(found(AlertFilter.ALL.with(pattern))).as(pattern).doesNotContain("plain");
        }
    }

    @Test
    void countsTheAlertsThatAreMeant() {
        alerts.write(List.of(
                new TestAlert("1").alert(),
                new TestAlert("2").resolvedAfter(60).alert(),
                new TestAlert("3").in(new Place("Waco", "TX")).alert()));
        assertThat(alerts.count(AlertFilter.ALL)).isEqualTo(3);
        assertThat(alerts.count(AlertFilter.ALL.in("open").with("aus"))).isEqualTo(1);
        assertThat(alerts.count(AlertFilter.ALL.since(TestAlert.RAISED.plusSeconds(1))))
                .isZero();
    }

    @Test
    void whoReadsOnFromTheLastNumberMissesNothing() {
        alerts.write(List.of(
                new TestAlert("1").alert(), new TestAlert("2").raisedAfter(1).alert()));
        assertThat(products(alerts.after(0, 1))).containsExactly("1");
        assertThat(products(alerts.after(1, 100))).containsExactly("2");
        assertThat(alerts.after(2, 100)).isEmpty();
    }

    @Test
    void changesAreFoundByTheTimeTheyWereWritten() {
        Instant before = Instant.now().minusSeconds(1);
        alerts.write(List.of(new TestAlert("1").alert()));

        assertThat(products(alerts.changedSince(before))).containsExactly("1");
        assertThat(alerts.changedSince(Instant.now().plusSeconds(60))).isEmpty();
    }

    @Test
    void eachStoreHasItsWorstKindAndHowManyAreNotResolved() {
        Place dallas = new Place("Dallas", "TX");
        alerts.write(List.of(
                new TestAlert("1").alert(),
                new TestAlert("2").worsened(AlertKind.OUT_OF_STOCK, 9).alert(),
                new TestAlert("3").in(dallas).alert(),
                new TestAlert("4").in(new Place("Waco", "TX")).resolvedAfter(5).alert()));
        alerts.acknowledge("Austin|TX|2|1", SEEN);

        assertThat(alerts.places())
                .isEqualTo(Map.of(
                        TestAlert.AUSTIN,
                        new PlaceAlerts(AlertKind.OUT_OF_STOCK, 2),
                        dallas,
                        new PlaceAlerts(AlertKind.LOW, 1)));
        assertThat(alerts.counts())
                .isEqualTo(new AlertCounts(
                        Map.of(AlertKind.RUNNING_LOW, 0L, AlertKind.LOW, 2L, AlertKind.OUT_OF_STOCK, 0L), 1));
    }

    @Test
    void anAcknowledgedAlertStaysSoWhileItsEpisodeGoesOn() {
        alerts.write(List.of(new TestAlert("3").alert()));
        StoredAlert acknowledged = alerts.acknowledge("Austin|TX|3|1", SEEN).orElseThrow();
        assertThat(acknowledged.state()).isEqualTo(new Acknowledged(SEEN));

        alerts.write(List.of(new TestAlert("3").revision(2).level(0).alert()));
        StoredAlert later = alerts.find("Austin|TX|3|1").orElseThrow();
        assertThat(later.state()).isEqualTo(new Acknowledged(SEEN));
        assertThat(later.alert().latest().level()).isZero();
    }

    @Test
    void anAlertThatIsResolvedRemembersWhoHadSeenToIt() {
        alerts.write(List.of(new TestAlert("3").alert()));
        alerts.acknowledge("Austin|TX|3|1", SEEN);
        alerts.write(List.of(new TestAlert("3").revision(2).resolvedAfter(60).alert()));

        assertThat(alerts.find("Austin|TX|3|1").orElseThrow().state()).isEqualTo(new Resolved(SEEN));
    }

    @Test
    void acknowledgingAgainReplacesTheComment() {
        alerts.write(List.of(new TestAlert("3").alert()));
        alerts.acknowledge("Austin|TX|3|1", SEEN);
        Acknowledgement again = new Acknowledgement("Arrived", SEEN.at().plusSeconds(60));

        assertThat(alerts.acknowledge("Austin|TX|3|1", again).orElseThrow().state())
                .isEqualTo(new Acknowledged(again));
    }

    @Test
    void whatIsResolvedOrUnknownCanNotBeAcknowledged() {
        alerts.write(List.of(new TestAlert("3").resolvedAfter(60).alert()));

        assertThat(alerts.acknowledge("Austin|TX|9|1", SEEN)).isEmpty();
        assertThatThrownBy(() -> alerts.acknowledge("Austin|TX|3|1", SEEN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("resolved");
        assertThat(alerts.find("Austin|TX|3|1").orElseThrow().state()).isEqualTo(new Resolved(null));
    }

    @Test
    void aNewAlertIsOpen() {
        alerts.write(List.of(new TestAlert("3").alert()));
        assertThat(alerts.find("Austin|TX|3|1").orElseThrow().state()).isEqualTo(new Open());
    }

    @Test
    void whoPollsWhileAlertsAreWrittenSeesEachOnceAndInOrder() throws Exception {
        ExecutorService job = Executors.newSingleThreadExecutor();
        Future<?> writing = job.submit(() -> {
            for (int call = 0; call < 60; call++) {
                List<Alert> some = new ArrayList<>();
                for (int i = 0; i < 7; i++) {
                    some.add(new TestAlert(call + "-" + i).alert());
                }
                alerts.write(some);
            }
        });
        List<Long> seen = new ArrayList<>();
        while (seen.size() < 420) {
            boolean over = writing.isDone();
            long cursor = seen.isEmpty() ? 0 : seen.get(seen.size() - 1);
            List<StoredAlert> more = alerts.after(cursor, 5);
            more.forEach(alert -> seen.add(alert.number()));
            assertThat(over && more.isEmpty())
                    .as("alerts were missed: %s", seen)
                    .isFalse();
        }
        writing.get();
        job.shutdown();

        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 420).boxed().toList());
    }

    @Test
    void whatPeopleAndTheJobWriteAtOnceIsBothKept() throws Exception {
        alerts.write(List.of(new TestAlert("3").alert()));
        ExecutorService people = Executors.newSingleThreadExecutor();
        Future<?> acknowledging = people.submit(() -> {
            for (int i = 1; i <= 100; i++) {
                alerts.acknowledge("Austin|TX|3|1", new Acknowledgement("no. " + i, SEEN.at()));
            }
        });
        for (int revision = 2; revision <= 100; revision++) {
            alerts.write(List.of(new TestAlert("3").revision(revision).alert()));
        }
        acknowledging.get();
        people.shutdown();

        StoredAlert stored = alerts.find("Austin|TX|3|1").orElseThrow();
        assertThat(stored.state()).isEqualTo(new Acknowledged(new Acknowledgement("no. 100", SEEN.at())));
        assertThat(stored.alert().revision()).isEqualTo(100);
    }

    private List<String> found(AlertFilter filter) {
        return products(alerts.page(filter, OptionalLong.empty(), 9));
    }

    private static List<String> products(List<StoredAlert> page) {
        return page.stream().map(stored -> stored.alert().product()).toList();
    }
}
