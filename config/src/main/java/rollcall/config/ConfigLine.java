package rollcall.config;

/**
 * One effective value, as it may be shown.
 *
 * @param key the key's path; for a passed-through property the block's path and the property's name
 * @param value the value, secrets masked
 * @param source where it came from: {@code default}, {@code rollcall.conf:3}, {@code environment KAFKA_BROKERS},
 *     {@code flag --port}
 * @param environment the variable that sets it; empty for a passed-through property
 * @param description what it is for
 */
public record ConfigLine(String key, String value, String source, String environment, String description) {}
