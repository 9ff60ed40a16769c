package rollcall.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static rollcall.stock.Aisles.AUSTIN;
import static rollcall.stock.Aisles.DALLAS;
import static rollcall.stock.Aisles.HOUSTON;
import static rollcall.stock.Aisles.MINUTE;
import static rollcall.stock.Aisles.NOWHERE;
import static rollcall.stock.Aisles.PLAIN;
import static rollcall.stock.Aisles.bought;
import static rollcall.stock.Aisles.level;
import static rollcall.stock.Aisles.told;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AisleTest {

    private final Aisles aisle = new Aisles(PLAIN);

    @Test
    void aLevelAtTheThresholdRaisesAnAlert() {
        aisle.batch(List.of(level(AUSTIN, 1, 21), level(AUSTIN, 2, 20)));

        Alert alert = aisle.alert("Austin|TX|3|1");
        assertThat(alert.kind()).isEqualTo(AlertKind.LOW);
        assertThat(alert.raised().atMillis()).isEqualTo(2 * MINUTE);
        assertThat(alert.position()).isEqualTo(new Alert.Position(0, 2));
        assertThat(alert.resolvedAtMillis()).isEmpty();
    }

    @Test
    void anEpisodeIsRaisedOnceHoweverLongItLasts() {
        aisle.batch(List.of(level(AUSTIN, 1, 20), level(AUSTIN, 2, 15)));
        aisle.batch(List.of(level(AUSTIN, 3, 20), level(AUSTIN, 4, 10)));

        assertThat(aisle.raised()).extracting(Alert::id).containsExactly("Austin|TX|3|1");
    }

    @Test
    void anEpisodeEndsOnlyAboveItsClearLevel() {
        aisle.batch(List.of(level(AUSTIN, 1, 20), level(AUSTIN, 2, 30)));
        assertThat(aisle.alert("Austin|TX|3|1").resolvedAtMillis()).isEmpty();

        aisle.batch(List.of(level(AUSTIN, 3, 31)));
        assertThat(aisle.alert("Austin|TX|3|1").resolvedAtMillis()).hasValue(3 * MINUTE);
    }

    @Test
    void anEpisodeInsideOneBatchIsAnEpisode() {
        aisle.batch(List.of(level(AUSTIN, 1, 5), level(AUSTIN, 2, 100), level(AUSTIN, 3, 4)));

        assertThat(aisle.raised()).extracting(Alert::id).containsExactly("Austin|TX|3|1", "Austin|TX|3|2");
        assertThat(aisle.alert("Austin|TX|3|1").resolvedAtMillis()).hasValue(2 * MINUTE);
        assertThat(aisle.alert("Austin|TX|3|2").resolvedAtMillis()).isEmpty();
    }

    @Test
    void aKindThatWorsensIsKeptAndNotRaisedAgain() {
        aisle.batch(List.of(level(AUSTIN, 1, 20)));
        aisle.batch(List.of(level(AUSTIN, 2, 0), level(AUSTIN, 3, 10)));

        Alert alert = aisle.alert("Austin|TX|3|1");
        assertThat(aisle.raised()).hasSize(1);
        assertThat(alert.raised().kind()).isEqualTo(AlertKind.LOW);
        assertThat(alert.kind()).isEqualTo(AlertKind.OUT_OF_STOCK);
        assertThat(alert.since()).isEqualTo(Map.of(AlertKind.LOW, MINUTE, AlertKind.OUT_OF_STOCK, 2 * MINUTE));
        assertThat(alert.latest().level()).isEqualTo(10);
    }

    @Test
    void anEmptyShelfIsOutOfStockAtOnce() {
        aisle.batch(List.of(level(AUSTIN, 1, 0)));

        assertThat(aisle.alert("Austin|TX|3|1").kind()).isEqualTo(AlertKind.OUT_OF_STOCK);
    }

    @Test
    void aLevelOlderThanTheNewestDoesNotCount() {
        aisle.batch(List.of(level(AUSTIN, 5, 100), told(AUSTIN, 6 * MINUTE, 4 * MINUTE, 0, 6, 3, 0)));

        assertThat(aisle.alerts()).isEmpty();
    }

    @Test
    void ofTwoLevelsOfOneTimeTheLaterOffsetCounts() {
        aisle.batch(List.of(told(AUSTIN, MINUTE, MINUTE, 0, 1, 3, 0), told(AUSTIN, MINUTE, MINUTE, 0, 2, 100, 0)));

        assertThat(aisle.alert("Austin|TX|3|1").resolvedAtMillis()).hasValue(MINUTE);
    }

    @Test
    void aPurchaseWithoutALevelRaisesNothing() {
        aisle.batch(List.of(bought(AUSTIN, 1, Reading.NO_LEVEL, 500)));

        assertThat(aisle.alerts()).isEmpty();
    }

    @Test
    void theNearestStoreThatCanSpareItHelps() {
        aisle.batch(List.of(level(DALLAS, 1, 1_000), level(HOUSTON, 2, 1_000), level(AUSTIN, 3, 12)));

        // Clear is 30: 18 are missing. Houston is 235 km away, Dallas 293.
        assertThat(aisle.raised())
                .singleElement()
                .satisfies(alert -> assertThat(alert.redirects())
                        .singleElement()
                        .satisfies(redirect -> {
                            assertThat(redirect.donor()).isEqualTo(HOUSTON);
                            assertThat(redirect.quantity()).isEqualTo(18);
                            assertThat(redirect.km()).isBetween(220.0, 250.0);
                        }));
    }

    @Test
    void aDonorStaysAboveItsOwnClearLevel() {
        aisle.batch(List.of(level(DALLAS, 1, 1_000), level(HOUSTON, 2, 36), level(AUSTIN, 3, 12)));

        assertThat(aisle.alert("Austin|TX|3|1").redirects())
                .extracting(Redirect::donor, Redirect::quantity)
                .containsExactly(tuple(HOUSTON, 5L), tuple(DALLAS, 13L));
    }

    @Test
    void noUnitIsPromisedTwice() {
        aisle.batch(List.of(level(HOUSTON, 1, 49), level(AUSTIN, 2, 20), level(DALLAS, 3, 20)));

        assertThat(aisle.alert("Austin|TX|3|1").redirects())
                .extracting(Redirect::quantity)
                .containsExactly(10L);
        assertThat(aisle.alert("Dallas|TX|3|1").redirects())
                .extracting(Redirect::quantity)
                .containsExactly(8L);
    }

    @Test
    void aRestockHelpsThoseThatWait() {
        aisle.batch(List.of(level(HOUSTON, 1, 31), level(AUSTIN, 2, 20)));
        assertThat(aisle.alert("Austin|TX|3|1").redirects()).isEmpty();

        aisle.batch(List.of(level(HOUSTON, 3, 500)));
        assertThat(aisle.alert("Austin|TX|3|1").redirects())
                .extracting(Redirect::donor, Redirect::quantity)
                .containsExactly(tuple(HOUSTON, 10L));
        assertThat(aisle.raised())
                .singleElement()
                .satisfies(alert -> assertThat(alert.redirects()).isEmpty());
    }

    @Test
    void aPromiseLastsUntilTheEpisodeEnds() {
        aisle.batch(List.of(level(HOUSTON, 1, 41), level(AUSTIN, 2, 20), level(DALLAS, 3, 20)));
        assertThat(aisle.alert("Dallas|TX|3|1").redirects()).isEmpty();

        aisle.batch(List.of(level(AUSTIN, 4, 31)));
        assertThat(aisle.alert("Dallas|TX|3|1").redirects())
                .extracting(Redirect::donor, Redirect::quantity)
                .containsExactly(tuple(HOUSTON, 10L));
    }

    @Test
    void aPromiseLapsesAndIsThenThereForAll() {
        aisle.batch(List.of(level(HOUSTON, 1, 41), level(AUSTIN, 2, 20)));
        aisle.batch(List.of(level(HOUSTON, 40, 31)));
        assertThat(aisle.alert("Austin|TX|3|1").redirects()).hasSize(1);

        aisle.batch(List.of(level(DALLAS, 62, 500)));
        assertThat(aisle.alert("Austin|TX|3|1").redirects())
                .extracting(Redirect::donor)
                .containsExactly(DALLAS);
    }

    @Test
    void aStoreAtAnUnknownPlaceIsAlertedWithoutARedirect() {
        aisle.batch(List.of(level(HOUSTON, 1, 500), level(NOWHERE, 2, 1)));

        assertThat(aisle.alert("Nowhere|ZZ|3|1").redirects()).isEmpty();
    }

    @Test
    void aStoreAtAnUnknownPlaceDonatesNothing() {
        aisle.batch(List.of(level(NOWHERE, 1, 500), level(AUSTIN, 2, 1)));

        assertThat(aisle.alert("Austin|TX|3|1").redirects()).isEmpty();
    }

    @Test
    void aShelfThatSellsFastRunsLowBeforeItIsLow() {
        StockRules forecasting =
                new StockRules(Thresholds.of(20), 1.5, 30 * MINUTE, ReorderPolicy.of(1, 0.95), 60 * MINUTE);
        Aisles fast = new Aisles(forecasting);
        for (int minute = 1; minute <= 140; minute++) {
            fast.batch(List.of(bought(AUSTIN, minute, 400 - 2 * minute, 2)));
        }

        // 120 units an hour, and a little more as each purchase counts whole: 121.4 + 1.645 * sqrt(121.4) = 139.5.
        Alert alert = fast.alert("Austin|TX|3|1");
        assertThat(alert.raised().kind()).isEqualTo(AlertKind.RUNNING_LOW);
        assertThat(alert.raised().level()).isEqualTo(138);
        assertThat(alert.raised().demandPerHour()).isBetween(115.0, 125.0);
    }
}
