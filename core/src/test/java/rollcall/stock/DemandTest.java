package rollcall.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DemandTest {

    private static final long MINUTE = 60_000;
    private static final double HALF_LIFE = 30 * MINUTE;

    @Test
    void isTheRateOfAPoissonProcessOnAverage() {
        Random random = new Random(7);
        double sum = 0;
        int samples = 0;
        Demand demand = begun();
        double at = 0;
        while (samples < 200_000) {
            at += -Math.log(1 - random.nextDouble()) * 3_600_000 / 50;
            demand.add((long) at, 1, HALF_LIFE);
            sum += demand.perHour(HALF_LIFE);
            samples++;
        }

        // Seen at purchases only, each of which counts whole: half-life / ln 2 hours make 1.4 an hour of it.
        assertThat(sum / samples).isCloseTo(50 + Math.log(2) / 0.5, within(0.5));
    }

    @Test
    void aShortHistoryIsNotTakenForASlowSale() {
        Demand demand = begun();
        for (int minute = 1; minute <= 10; minute++) {
            demand.add(minute * MINUTE, 1, HALF_LIFE);
        }

        assertThat(demand.perHour(HALF_LIFE)).isCloseTo(60, within(10.0));
    }

    @Test
    void aLatePurchaseCountsAsIfItHadComeInTime() {
        Demand inTime = begun();
        inTime.add(10 * MINUTE, 3, HALF_LIFE);
        inTime.add(20 * MINUTE, 5, HALF_LIFE);
        Demand late = begun();
        late.add(20 * MINUTE, 5, HALF_LIFE);
        late.add(10 * MINUTE, 3, HALF_LIFE);

        assertThat(late.perHour(HALF_LIFE)).isCloseTo(inTime.perHour(HALF_LIFE), within(1e-9));
    }

    @Test
    void isKnownAfterOneHalfLife() {
        Demand demand = begun();
        demand.add(29 * MINUTE, 1, HALF_LIFE);
        assertThat(demand.isKnown(HALF_LIFE)).isFalse();

        demand.add(30 * MINUTE, 1, HALF_LIFE);
        assertThat(demand.isKnown(HALF_LIFE)).isTrue();
    }

    @Test
    void halvesEveryHalfLifeWithoutPurchases() {
        Demand demand = begun();
        demand.add(600 * MINUTE, 100, HALF_LIFE);
        double before = demand.perHour(HALF_LIFE);
        demand.add(630 * MINUTE, 0, HALF_LIFE);

        assertThat(demand.perHour(HALF_LIFE)).isCloseTo(before / 2, within(before * 1e-5));
    }

    /** Heard of at 0, nothing bought. */
    private static Demand begun() {
        Demand demand = new Demand();
        demand.add(0, 0, HALF_LIFE);
        return demand;
    }
}
