package rollcall.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.stock.Aisles.MINUTE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.geo.Place;
import rollcall.stock.Aisles.Told;

/** Where batches are cut changes nothing: neither ids nor kinds nor times nor redirects, nor what is announced. */
class AisleCutsTest {

    private static final List<Place> STORES = List.of(
            new Place("Austin", "TX"),
            new Place("Dallas", "TX"),
            new Place("Houston", "TX"),
            new Place("San Antonio", "TX"),
            new Place("El Paso", "TX"),
            new Place("New York", "NY"),
            new Place("Boston", "MA"),
            new Place("Nowhere", "ZZ"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void cutsChangeNothing(long seed) {
        Random random = new Random(seed);
        StockRules rules = new StockRules(
                Thresholds.of(20),
                1.5,
                30 * MINUTE,
                random.nextBoolean() ? ReorderPolicy.of(1, 0.95) : null,
                random.nextInt(90) * MINUTE);
        List<Told> readings = readings(random, 2_000);

        Aisles whole = new Aisles(rules);
        whole.batch(readings);
        Aisles cut = new Aisles(rules);
        int from = 0;
        while (from < readings.size()) {
            int until = Math.min(readings.size(), from + 1 + random.nextInt(200));
            cut.batch(readings.subList(from, until));
            from = until;
        }

        assertThat(whole.raised().size()).as("episodes of seed %s", seed).isGreaterThan(10);
        assertThat(cut.raised()).as("seed %s", seed).isEqualTo(whole.raised());
        assertThat(cut.alerts()).as("seed %s", seed).isEqualTo(whole.alerts());
        assertThat(cut.state()).as("seed %s", seed).containsExactlyInAnyOrderEntriesOf(whole.state());
    }

    /** Sold and restocked at random, from three partitions, in the order of arrival; some are late. */
    private static List<Told> readings(Random random, int count) {
        Map<Place, Long> levels = new HashMap<>();
        Map<Integer, Long> offsets = new HashMap<>();
        List<Told> readings = new ArrayList<>();
        long now = 1_700_000_000_000L;
        for (int i = 0; i < count; i++) {
            now += 1 + random.nextInt(20_000);
            int number = random.nextInt(STORES.size());
            Place store = STORES.get(number);
            int partition = number % 3;
            long level = levels.getOrDefault(store, 60L);
            long quantity = Math.min(level, random.nextInt(6));
            level = random.nextInt(40) == 0 ? 20L + random.nextInt(150) : level - quantity;
            boolean isLate = random.nextInt(20) == 0;
            boolean hasLevel = random.nextInt(15) > 0;
            if (hasLevel && !isLate) {
                levels.put(store, level);
            }
            long at = isLate ? now - random.nextInt(3_600_000) : now;
            readings.add(Aisles.told(
                    store,
                    now,
                    at,
                    partition,
                    offsets.merge(partition, 1L, Long::sum),
                    hasLevel ? level : Reading.NO_LEVEL,
                    quantity));
        }
        return readings;
    }
}
