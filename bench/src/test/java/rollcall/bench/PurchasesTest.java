package rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rollcall.bench.Purchases.Purchase;

class PurchasesTest {

    private static final long HOUR = 3_600_000;
    private static final long END = 100 * 24 * HOUR;
    private static final long SEED = 5;

    @ParameterizedTest
    @EnumSource
    void areAsManyUnitsAnHourAsAskedFor(DayShape shape) {
        Purchases purchases = new Purchases(shape, 40, 0, SEED);
        double units = 0;
        for (Purchase next = purchases.next(); next.atMillis() < END; next = purchases.next()) {
            units += next.quantity();
        }

        double hours = shape.openMillis(0, END) / (double) HOUR;
        assertThat(units / hours).as("seed %s", SEED).isCloseTo(40, within(1.0));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyBuysWhileTheStoreIsClosed(DayShape shape) {
        Purchases purchases = new Purchases(shape, 40, 0, SEED);
        for (int i = 0; i < 10_000; i++) {
            assertThat(shape.weightAt(purchases.next().atMillis()))
                    .as("seed %s", SEED)
                    .isPositive();
        }
    }
}
