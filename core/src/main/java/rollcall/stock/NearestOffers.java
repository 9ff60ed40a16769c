package rollcall.stock;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import rollcall.geo.Location;
import rollcall.stock.RedirectPlanner.Need;
import rollcall.stock.RedirectPlanner.Offer;

/**
 * Finds the nearest offers. Most are too far by their chord, the straight line through the earth, which takes no
 * trigonometry once the points are known; only for what may be near the distance is computed.
 */
final class NearestOffers {

    /** An offer by its index, and how far it is. */
    record Candidate(int offer, long metres) {}

    private static final double METRES_PER_KM = 1000;

    /** A metre: far more than what rounding errors may add to a chord. In units of the earth's radius, as chords are. */
    private static final double TOLERANCE = 1 / (Location.EARTH_RADIUS_KM * METRES_PER_KM);

    private static final Comparator<Candidate> FARTHEST_FIRST = Comparator.comparingLong(Candidate::metres)
            .thenComparingInt(Candidate::offer)
            .reversed();

    private final List<Offer> offers;
    private final double[] x;
    private final double[] y;
    private final double[] z;

    NearestOffers(List<Offer> offers) {
        this.offers = offers;
        x = new double[offers.size()];
        y = new double[offers.size()];
        z = new double[offers.size()];
        for (int i = 0; i < offers.size(); i++) {
            double[] point = unitVector(offers.get(i).location());
            x[i] = point[0];
            y[i] = point[1];
            z[i] = point[2];
        }
    }

    /** The nearest offers of other stores, in no order. Of two equally far to the metre, the first is nearer. */
    Collection<Candidate> to(Need need, int count) {
        double[] point = unitVector(need.location());
        PriorityQueue<Candidate> nearest = new PriorityQueue<>(FARTHEST_FIRST);
        double limit = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            double squaredChord = squaredDistance(i, point);
            if (squaredChord > limit || offers.get(i).store().equals(need.store())) {
                continue;
            }
            nearest.add(new Candidate(i, metres(need, offers.get(i))));
            if (nearest.size() > count) {
                nearest.remove();
            }
            if (nearest.size() == count) {
                double chord = Math.sqrt(squaredDistance(nearest.element().offer, point)) + TOLERANCE;
                limit = chord * chord;
            }
        }
        return nearest;
    }

    private double squaredDistance(int offer, double[] point) {
        double dx = x[offer] - point[0];
        double dy = y[offer] - point[1];
        double dz = z[offer] - point[2];
        return dx * dx + dy * dy + dz * dz;
    }

    private static long metres(Need need, Offer offer) {
        return Math.round(need.location().kmTo(offer.location()) * METRES_PER_KM);
    }

    private static double[] unitVector(Location location) {
        double latitude = Math.toRadians(location.latitude());
        double longitude = Math.toRadians(location.longitude());
        double fromAxis = Math.cos(latitude);
        return new double[] {fromAxis * Math.cos(longitude), fromAxis * Math.sin(longitude), Math.sin(latitude)};
    }
}
