package rollcall.stock;

/** Why a record does not count as a ticket, in the order of precedence. */
public enum TicketRejection {
    /** Not one JSON object. */
    JSON("json"),
    /** No {@code City} that is a string of 1 to 256 bytes. */
    CITY("City"),
    /** No {@code State} that is a string of 1 to 256 bytes. */
    STATE("State"),
    /** A {@code Cart} that is no object of products and quantities. */
    CART("Cart"),
    /** An {@code Inventory} that is no object of products and levels, or neither an Inventory nor a Cart. */
    INVENTORY("Inventory"),
    /** A {@code Timestamp} that is no event time. */
    TIMESTAMP("Timestamp"),
    /** The event time is too far ahead of the record's own timestamp. */
    FUTURE("future"),
    /** The event time is too far behind the record's own timestamp. */
    EXPIRED("expired");

    private final String reason;

    TicketRejection(String reason) {
        this.reason = reason;
    }

    /** The reason as it is written to the outside. */
    public String reason() {
        return reason;
    }
}
