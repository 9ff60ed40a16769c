package rollcall.geo;

/** A location as a point on the unit sphere: what is nearer is found without trigonometry for each pair. */
public record UnitVector(double x, double y, double z) {

    public static UnitVector of(Location location) {
        double latitude = Math.toRadians(location.latitude());
        double longitude = Math.toRadians(location.longitude());
        double fromAxis = Math.cos(latitude);
        return new UnitVector(fromAxis * Math.cos(longitude), fromAxis * Math.sin(longitude), Math.sin(latitude));
    }

    /** The square of the straight line's length through the sphere, in square radii: grows with the distance. */
    public double squaredChordTo(UnitVector other) {
        double dx = x - other.x;
        double dy = y - other.y;
        double dz = z - other.z;
        return dx * dx + dy * dy + dz * dz;
    }
}
