package rollcall.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rollcall.geo.Location;
import rollcall.geo.Place;
import rollcall.stock.RedirectPlanner.Need;

/** Cases too large to try every plan. */
final class RedirectPlannerOptimalityTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noRearrangementIsBetter(long seed) {
        Random random = new Random(seed);
        int nearest = 3 + random.nextInt(6);
        int degrees = random.nextBoolean() ? 3 : 180;
        long largest = random.nextBoolean() ? 20 : 1L << 53;
        List<Need> needs = IntStream.range(0, 10 + random.nextInt(30))
                .mapToObj(i ->
                        new Need(new Place("Needy " + i, "TX"), location(random, degrees), quantity(random, largest)))
                .toList();
        List<Offer> offers = IntStream.range(0, 20 + random.nextInt(40))
                .mapToObj(i ->
                        Offer.of(new Place("Donor " + i, "TX"), location(random, degrees), quantity(random, largest)))
                .toList();
        List<Redirect> plan = new RedirectPlanner(nearest).plan(needs, offers);
        assertThat(new ResidualNetwork(nearest, needs, offers, plan).hasNegativeCycle())
                .as("seed %s", seed)
                .isFalse();
    }

    private static Location location(Random random, int degrees) {
        return new Location(degrees * (random.nextDouble() - 0.5), 2 * degrees * (random.nextDouble() - 0.5));
    }

    private static long quantity(Random random, long largest) {
        return 1 + (long) (random.nextDouble() * largest);
    }
}
