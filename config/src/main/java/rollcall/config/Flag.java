package rollcall.config;

/**
 * A key set on the command line.
 *
 * @param name the flag as it was written, such as {@code --port}
 * @param key the key it sets
 * @param value the value it was given, not yet checked
 */
public record Flag(String name, Key<?> key, String value) {}
