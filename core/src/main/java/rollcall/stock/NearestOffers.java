package rollcall.stock;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import rollcall.geo.Location;
import rollcall.geo.UnitVector;
import rollcall.stock.RedirectPlanner.Need;

/**
 * Finds the nearest offers. Most are too far by their chord, which takes no trigonometry; only for what may be near the
 * distance is computed, and is it asked what there is to spare.
 *
 * @param offers in any order
 */
record NearestOffers(List<? extends Offer> offers) {

    /** An offer, and how far it is. */
    record Candidate(Offer offer, long metres) {}

    private static final double METRES_PER_KM = 1000;

    /** A metre: far more than what rounding errors may add to a chord. In units of the earth's radius, as chords are. */
    private static final double TOLERANCE = 1 / (Location.EARTH_RADIUS_KM * METRES_PER_KM);

    private static final Comparator<Candidate> FARTHEST_FIRST = Comparator.comparingLong(Candidate::metres)
            .thenComparing(candidate -> candidate.offer().store())
            .reversed();

    /** The nearest offers of other stores, in no order. Of two equally far to the metre, the first by store is nearer. */
    Collection<Candidate> to(Need need, int count) {
        UnitVector direction = UnitVector.of(need.location());
        PriorityQueue<Candidate> nearest = new PriorityQueue<>(FARTHEST_FIRST);
        double limit = Double.POSITIVE_INFINITY;
        for (Offer offer : offers) {
            if (offer.direction().squaredChordTo(direction) > limit
                    || offer.spare() < 1
                    || offer.store().equals(need.store())) {
                continue;
            }
            nearest.add(new Candidate(offer, metres(need, offer)));
            if (nearest.size() > count) {
                nearest.remove();
            }
            if (nearest.size() == count) {
                UnitVector farthest = nearest.element().offer().direction();
                double chord = Math.sqrt(farthest.squaredChordTo(direction)) + TOLERANCE;
                limit = chord * chord;
            }
        }
        return nearest;
    }

    private static long metres(Need need, Offer offer) {
        return Math.round(need.location().kmTo(offer.location()) * METRES_PER_KM);
    }
}
