package rollcall.app.stock;

import java.time.Instant;

/**
 * An episode of a shelf, as far as it follows from levels and thresholds.
 *
 * @param kind when it was raised
 * @param worst the worst kind so far
 * @param resolvedAt null while it is open
 */
record Episode(String id, String kind, Instant raisedAt, long level, String worst, Instant resolvedAt) {

    static final String LOW = "low";
    static final String OUT_OF_STOCK = "out-of-stock";

    Episode worsened(String to) {
        return new Episode(id, kind, raisedAt, level, to, resolvedAt);
    }

    Episode resolved(Instant at) {
        return new Episode(id, kind, raisedAt, level, worst, at);
    }
}
