package rollcall.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rollcall.geo.Location;
import rollcall.geo.Place;
import rollcall.stock.RedirectPlanner.Need;

/** Small random cases, compared with every plan there is. */
final class RedirectPlannerOracleTest {

    private final List<Need> needs = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private int nearest;

    static LongStream seeds() {
        return LongStream.range(0, 600);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noPlanIsBetter(long seed) {
        List<Redirect> plan = planRandomCase(seed);
        assertThat(RedirectOracle.score(plan))
                .as("seed %s: %s", seed, plan)
                .isEqualTo(RedirectOracle.best(nearest, needs, offers));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noUnitIsPromisedTwice(long seed) {
        Map<Place, Long> taken = new HashMap<>();
        Map<Place, Long> given = new HashMap<>();
        for (Redirect redirect : planRandomCase(seed)) {
            assertThat(redirect.quantity()).as("seed %s", seed).isPositive();
            taken.merge(redirect.needy(), redirect.quantity(), Long::sum);
            given.merge(redirect.donor(), redirect.quantity(), Long::sum);
        }
        for (Need need : needs) {
            assertThat(taken.getOrDefault(need.store(), 0L)).as("seed %s", seed).isLessThanOrEqualTo(need.quantity());
        }
        for (Offer offer : offers) {
            assertThat(given.getOrDefault(offer.store(), 0L))
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(Math.max(0, offer.spare()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void orderOfNeedsAndOffersDoesNotMatter(long seed) {
        List<Redirect> plan = planRandomCase(seed);
        Random random = new Random(~seed);
        Collections.shuffle(needs, random);
        Collections.shuffle(offers, random);
        assertThat(new RedirectPlanner(nearest).plan(needs, offers))
                .as("seed %s", seed)
                .isEqualTo(plan);
    }

    /** Half of the cases lie on a grid of few points, so that many distances are equal. */
    private List<Redirect> planRandomCase(long seed) {
        Random random = new Random(seed);
        int grid = random.nextBoolean() ? 3 : 1_000_000;
        List<Place> stores = IntStream.range(0, 7)
                .mapToObj(i -> new Place("City " + i, "TX"))
                .toList();
        List<Location> locations = stores.stream()
                .map(store ->
                        new Location(30 + 3.0 * random.nextInt(grid) / grid, -97 + 3.0 * random.nextInt(grid) / grid))
                .toList();
        for (int i : sample(random, 1 + random.nextInt(3))) {
            needs.add(new Need(stores.get(i), locations.get(i), random.nextInt(4)));
        }
        for (int i : sample(random, random.nextInt(5))) {
            offers.add(Offer.of(stores.get(i), locations.get(i), random.nextInt(5) - 1));
        }
        nearest = 1 + random.nextInt(4);
        return new RedirectPlanner(nearest).plan(needs, offers);
    }

    private static List<Integer> sample(Random random, int size) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, 7).boxed().toList());
        Collections.shuffle(all, random);
        return all.subList(0, size);
    }
}
