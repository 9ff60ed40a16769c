package rollcall.app.presence;

/**
 * A record to send and what is known of it beforehand.
 *
 * @param reason why it must be rejected; null if it must be counted
 */
record Ping(
        byte[] value, long recordMillis, Object driver, long second, boolean available, String city, String reason) {}
