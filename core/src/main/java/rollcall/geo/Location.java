package rollcall.geo;

import java.io.Serializable;

/**
 * A point on the earth.
 *
 * @param latitude WGS 84 degrees, from -90 to 90
 * @param longitude WGS 84 degrees, from -180 to 180
 */
public record Location(double latitude, double longitude) implements Serializable {

    /** The mean radius of the earth in km (IUGG). */
    public static final double EARTH_RADIUS_KM = 6371.0088;

    /** @throws IllegalArgumentException if this is no point on the earth */
    public Location {
        requireWithin(90, latitude, "latitude");
        requireWithin(180, longitude, "longitude");
    }

    private static void requireWithin(int most, double degrees, String name) {
        if (!(Math.abs(degrees) <= most)) {
            throw new IllegalArgumentException(name + " must be from -" + most + " to " + most + ", not " + degrees);
        }
    }

    /**
     * The great-circle distance in km, on a sphere of {@link #EARTH_RADIUS_KM}: by haversines, which lose no digits where
     * the two are close (Sinnott, "Virtues of the Haversine", Sky and Telescope 68(2), 1984).
     */
    public double kmTo(Location other) {
        double fromLatitude = Math.toRadians(latitude);
        double toLatitude = Math.toRadians(other.latitude);
        double square = haversine(toLatitude - fromLatitude)
                + Math.cos(fromLatitude)
                        * Math.cos(toLatitude)
                        * haversine(Math.toRadians(other.longitude - longitude));
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, square)));
    }

    private static double haversine(double angle) {
        double sine = Math.sin(angle / 2);
        return sine * sine;
    }
}
