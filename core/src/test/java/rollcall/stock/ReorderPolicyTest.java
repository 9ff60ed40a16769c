package rollcall.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReorderPolicyTest {

    @Test
    void theReorderPointIsDemandUntilTheRestockAndASafetyStock() {
        assertThat(ReorderPolicy.of(2, 0.95).reorderPoint(50)).isCloseTo(100 + 1.644854 * 10, within(1e-4));
    }

    @Test
    void withoutDemandThereIsNothingToReorder() {
        assertThat(ReorderPolicy.of(1, 0.95).reorderPoint(0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.75, 0.6744898",
        "0.9, 1.2815516",
        "0.95, 1.6448536",
        "0.99, 2.3263479",
        "0.9999, 3.7190165",
        "0.05, -1.6448536",
        "1e-12, -7.0344838"
    })
    void quantilesAreThoseOfTheTables(double probability, double quantile) {
        assertThat(NormalQuantile.of(probability)).isCloseTo(quantile, within(2e-6));
    }

    @Test
    void certaintyHasNoQuantile() {
        assertThatThrownBy(() -> ReorderPolicy.of(1, 1)).hasMessageContaining("such as 0.95");
    }
}
