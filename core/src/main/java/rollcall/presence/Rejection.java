package rollcall.presence;

/** Why a record does not count as a ping. */
public enum Rejection {
    /** Not one JSON object. */
    JSON("json"),
    /** No {@code driver_id} that is an integer from 1 on or a string that is not empty. */
    DRIVER_ID("driver_id"),
    /** No {@code timestamp} that is an event time. */
    TIMESTAMP("timestamp"),
    /** No {@code on_duty} that is 0, 1, false or true. */
    ON_DUTY("on_duty"),
    /** The event time is too far ahead of the record's own timestamp. */
    FUTURE("future"),
    /** The event time is too far behind the record's own timestamp. */
    EXPIRED("expired");

    private final String reason;

    Rejection(String reason) {
        this.reason = reason;
    }

    /** The reason as it is written to the outside. */
    public String reason() {
        return reason;
    }
}
