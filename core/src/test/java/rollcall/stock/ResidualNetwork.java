package rollcall.stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rollcall.stock.RedirectPlanner.Need;

/**
 * What a plan could be changed to. It is the best plan if and only if no way round this network costs less than nothing
 * (Ahuja, Magnanti, Orlin, "Network Flows", 1993, theorem 9.1).
 */
final class ResidualNetwork {

    private static final Object NOBODY = "nobody";

    /** A missing unit costs more than any rearrangement saves. */
    private static final long MISSING = 1L << 40;

    private record Arc(Object from, Object to, long cost) {}

    private final List<Arc> arcs = new ArrayList<>();

    ResidualNetwork(int nearest, List<Need> needs, List<Offer> offers, List<Redirect> plan) {
        for (Need need : needs) {
            long taken = units(plan.stream()
                    .filter(redirect -> redirect.needy().equals(need.store()))
                    .toList());
            addBothWays(need, NOBODY, MISSING, taken > 0, taken < need.quantity());
            for (RedirectOracle.Pair pair : RedirectOracle.candidates(nearest, need, offers)) {
                boolean carries = plan.stream()
                        .anyMatch(redirect -> redirect.needy().equals(need.store())
                                && redirect.donor().equals(pair.offer().store()));
                addBothWays(need, pair.offer(), pair.metres(), true, carries);
            }
        }
        for (Offer offer : offers) {
            long given = units(plan.stream()
                    .filter(redirect -> redirect.donor().equals(offer.store()))
                    .toList());
            addBothWays(offer, NOBODY, 0, given < offer.spare(), given > 0);
        }
    }

    private static long units(List<Redirect> plan) {
        return plan.stream().mapToLong(Redirect::quantity).sum();
    }

    private void addBothWays(Object from, Object to, long cost, boolean there, boolean back) {
        if (there) {
            arcs.add(new Arc(from, to, cost));
        }
        if (back) {
            arcs.add(new Arc(to, from, -cost));
        }
    }

    /** Bellman's and Ford's algorithm, from everywhere at once. */
    boolean hasNegativeCycle() {
        Map<Object, Long> distances = new HashMap<>();
        arcs.forEach(arc -> distances.put(arc.from(), 0L));
        arcs.forEach(arc -> distances.put(arc.to(), 0L));
        for (int round = 0; round < distances.size(); round++) {
            boolean changed = false;
            for (Arc arc : arcs) {
                long distance = distances.get(arc.from()) + arc.cost();
                if (distance < distances.get(arc.to())) {
                    distances.put(arc.to(), distance);
                    changed = true;
                }
            }
            if (!changed) {
                return false;
            }
        }
        return true;
    }
}
