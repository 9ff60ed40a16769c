package rollcall.config;

/**
 * A value as somebody wrote it.
 *
 * @param text the value, not yet checked
 * @param source who wrote it: {@code default}, {@code rollcall.conf:3}, {@code environment KAFKA_BROKERS}, {@code flag --port}
 */
record Given(String text, String source) {

    static final String DEFAULT = "default";
}
