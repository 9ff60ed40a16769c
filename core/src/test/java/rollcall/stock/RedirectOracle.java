package rollcall.stock;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rollcall.geo.Place;
import rollcall.stock.RedirectPlanner.Need;

/** Tries every plan there is. */
final class RedirectOracle {

    /** How good a plan is. */
    record Score(long units, long unitMetres) {

        private static final Comparator<Score> WORST_FIRST =
                Comparator.comparingLong(Score::units).thenComparing(Score::unitMetres, Comparator.reverseOrder());

        private Score better(Score other) {
            return WORST_FIRST.compare(this, other) >= 0 ? this : other;
        }

        private Score with(long moreUnits, long metres) {
            return new Score(units + moreUnits, unitMetres + moreUnits * metres);
        }
    }

    /** Who may give whom. */
    record Pair(Need need, Offer offer, long metres) {}

    private final List<Pair> pairs;
    private final Map<Place, Long> lacking = new HashMap<>();
    private final Map<Place, Long> spare = new HashMap<>();

    private RedirectOracle(int nearest, List<Need> needs, List<Offer> offers) {
        pairs = needs.stream()
                .flatMap(need -> candidates(nearest, need, offers).stream())
                .toList();
        needs.forEach(need -> lacking.put(need.store(), need.quantity()));
        offers.forEach(offer -> spare.put(offer.store(), offer.spare()));
    }

    static Score best(int nearest, List<Need> needs, List<Offer> offers) {
        return new RedirectOracle(nearest, needs, offers).best(0, new Score(0, 0));
    }

    static Score score(List<Redirect> plan) {
        Score score = new Score(0, 0);
        for (Redirect redirect : plan) {
            score = score.with(redirect.quantity(), Math.round(redirect.km() * 1000));
        }
        return score;
    }

    static List<Pair> candidates(int nearest, Need need, List<Offer> offers) {
        return offers.stream()
                .filter(offer -> offer.spare() > 0 && !offer.store().equals(need.store()))
                .map(offer -> new Pair(need, offer, Math.round(offer.location().kmTo(need.location()) * 1000)))
                .sorted(Comparator.comparingLong(Pair::metres)
                        .thenComparing(pair -> pair.offer().store()))
                .limit(nearest)
                .toList();
    }

    private Score best(int from, Score soFar) {
        if (from == pairs.size()) {
            return soFar;
        }
        Pair pair = pairs.get(from);
        Place needy = pair.need().store();
        Place donor = pair.offer().store();
        Score best = best(from + 1, soFar);
        long most = Math.min(lacking.get(needy), spare.get(donor));
        for (long units = 1; units <= most; units++) {
            lacking.merge(needy, -units, Long::sum);
            spare.merge(donor, -units, Long::sum);
            best = best.better(best(from + 1, soFar.with(units, pair.metres())));
            lacking.merge(needy, units, Long::sum);
            spare.merge(donor, units, Long::sum);
        }
        return best;
    }
}
