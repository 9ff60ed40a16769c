package rollcall.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.stock.AlertKind.LOW;
import static rollcall.stock.AlertKind.OUT_OF_STOCK;
import static rollcall.stock.AlertKind.RUNNING_LOW;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rollcall.geo.Place;

class AlertTest {

    @Test
    void tellsKindsFromTheMildestToTheWorstInEveryProcess() {
        Assessment raised = new Assessment(0, RUNNING_LOW, 7, 5, 8.0, 12.0, 6.0);
        Map<AlertKind, Long> since = Map.of(OUT_OF_STOCK, 2L, RUNNING_LOW, 0L, LOW, 1L);

        Alert alert = new Alert(
                new Place("Austin", "TX"), "3", 1, 1, raised, raised, since, List.of(), null, new Alert.Position(0, 0));

        assertThat(alert.since().keySet()).containsExactly(RUNNING_LOW, LOW, OUT_OF_STOCK);
    }
}
