package rollcall.stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import rollcall.geo.Location;
import rollcall.geo.Place;
import rollcall.stock.NearestOffers.Candidate;

/**
 * Plans who gives what to whom, for one product: as many units as possible, and those over the least total of
 * unit-kilometres. Distances count to whole metres. The order of needs and offers does not matter: of plans equally good
 * it is the order of the stores that decides, such that a single needy store is given what its nearest donor has, then
 * what the next nearest has, and of donors equally near the first.
 */
public final class RedirectPlanner {

    /** @param quantity units that the store lacks; nothing is planned for less than 1 */
    public record Need(Place store, Location location, long quantity) {}

    /** A donor that a needy store may turn to, both by their index. */
    private record Way(int need, int donor, long metres) {

        Redirect redirect(List<Need> needy, List<Offer> donors, long quantity) {
            return new Redirect(needy.get(need).store, donors.get(donor).store(), quantity, metres / METRES_PER_KM);
        }
    }

    private static final double METRES_PER_KM = 1000;

    private static final Comparator<Redirect> ORDER = Comparator.comparing(Redirect::needy)
            .thenComparingDouble(Redirect::km)
            .thenComparing(Redirect::donor);

    /** More than any distance on earth. */
    private static final long VERY_FAR_METRES = 20_100_000;

    private final int nearest;

    /**
     * @param nearest how many donors are considered for each needy store, at least 1: the nearest ones
     * @throws IllegalArgumentException if that is less than 1
     */
    public RedirectPlanner(int nearest) {
        if (nearest < 1) {
            throw new IllegalArgumentException("at least 1 donor must be considered, not " + nearest);
        }
        this.nearest = nearest;
    }

    /**
     * The best plan, by needy store, distance and donor. No store gives itself anything, nor more in all than it offers.
     *
     * @throws IllegalArgumentException if a store is among the needs twice, or among the offers that matter
     */
    public List<Redirect> plan(List<Need> needs, List<? extends Offer> offers) {
        List<Need> needy =
                sorted(needs.stream().filter(need -> need.quantity() > 0).toList(), Need::store);
        List<Collection<Candidate>> candidates = candidates(needy, new NearestOffers(offers));
        List<Offer> donors = donors(candidates);
        List<Way> ways = ways(candidates, donors);

        int sink = needy.size() + donors.size();
        CheapestFlow flow = new CheapestFlow(sink + 1, ways.size() + sink);
        int[] arcs = new int[ways.size()];
        for (int i = 0; i < arcs.length; i++) {
            Way way = ways.get(i);
            arcs[i] = flow.addArc(way.need, needy.size() + way.donor, needy.get(way.need).quantity, way.metres);
        }
        for (int i = 0; i < donors.size(); i++) {
            flow.addArc(needy.size() + i, sink, donors.get(i).spare(), 0);
        }
        // Every need can be met by nobody, but that costs more than what any rearrangement of all needs can save.
        for (int i = 0; i < needy.size(); i++) {
            flow.addArc(i, sink, needy.get(i).quantity, needy.size() * VERY_FAR_METRES);
        }
        for (int i = 0; i < needy.size(); i++) {
            flow.ship(i, sink, needy.get(i).quantity);
        }

        return IntStream.range(0, arcs.length)
                .filter(i -> flow.carriedBy(arcs[i]) > 0)
                .mapToObj(i -> ways.get(i).redirect(needy, donors, flow.carriedBy(arcs[i])))
                .sorted(ORDER)
                .toList();
    }

    private List<Collection<Candidate>> candidates(List<Need> needy, NearestOffers offers) {
        return needy.stream().map(need -> offers.to(need, nearest)).toList();
    }

    private static List<Offer> donors(List<Collection<Candidate>> candidates) {
        Set<Offer> donors = Collections.newSetFromMap(new IdentityHashMap<>());
        candidates.forEach(near -> near.forEach(candidate -> donors.add(candidate.offer())));
        return sorted(donors, Offer::store);
    }

    private static List<Way> ways(List<Collection<Candidate>> candidates, List<Offer> donors) {
        Map<Offer, Integer> numbers = new IdentityHashMap<>();
        for (int i = 0; i < donors.size(); i++) {
            numbers.put(donors.get(i), i);
        }
        List<Way> ways = new ArrayList<>();
        for (int need = 0; need < candidates.size(); need++) {
            for (Candidate candidate : candidates.get(need)) {
                ways.add(new Way(need, numbers.get(candidate.offer()), candidate.metres()));
            }
        }
        ways.sort(Comparator.comparingInt(Way::need).thenComparingInt(Way::donor));
        return ways;
    }

    private static <T> List<T> sorted(Collection<T> all, Function<T, Place> store) {
        List<T> sorted = all.stream().sorted(Comparator.comparing(store)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            Place place = store.apply(sorted.get(i));
            if (place.equals(store.apply(sorted.get(i - 1)))) {
                throw new IllegalArgumentException(place + " is there twice");
            }
        }
        return sorted;
    }
}
