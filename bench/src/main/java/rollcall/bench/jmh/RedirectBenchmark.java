package rollcall.bench.jmh;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import rollcall.geo.Location;
import rollcall.geo.Place;
import rollcall.stock.Offer;
import rollcall.stock.Redirect;
import rollcall.stock.RedirectPlanner;
import rollcall.stock.RedirectPlanner.Need;

/**
 * How long it takes to plan one product, on one core, with stores all over a continent. The first planning in a fresh
 * JVM is {@code -bm ss -wi 0 -i 1}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RedirectBenchmark {

    @Param("10000")
    private int stores;

    @Param({"1", "100", "1000"})
    private int needy;

    @Param("10")
    private int nearest;

    /** How far the needy stores are spread: the closer, the more they compete for the same donors. */
    @Param({"24", "1"})
    private double degrees;

    private List<Need> needs;
    private List<Offer> offers;

    @Setup
    public void scatter() {
        Random random = new Random(1);
        needs = IntStream.range(0, needy)
                .mapToObj(
                        i -> new Need(new Place("Needy " + i, "TX"), within(degrees, random), 1 + random.nextInt(100)))
                .toList();
        offers = IntStream.range(0, stores)
                .mapToObj(i -> Offer.of(new Place("Store " + i, "TX"), within(24, random), 1 + random.nextInt(100)))
                .toList();
    }

    private static Location within(double degrees, Random random) {
        return new Location(
                37 + degrees * (random.nextDouble() - 0.5), -96 + 2 * degrees * (random.nextDouble() - 0.5));
    }

    @Benchmark
    public List<Redirect> plan() {
        return new RedirectPlanner(nearest).plan(needs, offers);
    }
}
