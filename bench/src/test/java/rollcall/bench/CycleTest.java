package rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CycleTest {

    private static final long HOUR = 3_600_000;
    private static final long RESTOCK = HOUR;

    private final Cycle cycle = new Cycle(10);

    @Test
    void anAlertTheRestockTimeAheadIsInTime() {
        cycle.alert(10 * HOUR);

        assertThat(cycle.isInTime(11 * HOUR, RESTOCK)).isTrue();
        assertThat(cycle.isInTime(11 * HOUR - 1, RESTOCK)).isFalse();
    }

    @Test
    void theFirstAlertDecidesWhetherItWasInTime() {
        cycle.alert(10 * HOUR);
        cycle.alert(11 * HOUR);

        assertThat(cycle.isInTime(11 * HOUR, RESTOCK)).isTrue();
    }

    @Test
    void anAlertOfAShelfThatLastsLongIsFalse() {
        cycle.alert(10 * HOUR);
        cycle.alert(11 * HOUR);

        assertThat(cycle.falseAlarms(12 * HOUR + 1, RESTOCK, DayShape.SHOP)).isEqualTo(1);
    }

    @Test
    void theNightMakesNoAlarmFalse() {
        cycle.alert(20 * HOUR);

        assertThat(cycle.falseAlarms(33 * HOUR, RESTOCK, DayShape.SHOP)).isZero();
        assertThat(cycle.falseAlarms(33 * HOUR, RESTOCK, DayShape.FLAT)).isEqualTo(1);
    }

    @Test
    void isEmptyWhenAllItsUnitsAreWanted() {
        assertThat(cycle.want(9)).isFalse();
        assertThat(cycle.want(1)).isTrue();
    }
}
