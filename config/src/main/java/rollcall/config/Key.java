package rollcall.config;

import java.util.Optional;

/**
 * One scalar key of the configuration.
 *
 * @param path where it stands in the file, such as {@code kafka.topics.pings}
 * @param environment the variable that sets it
 * @param flag the command-line flag that sets it, on the commands that have it
 * @param kind what values it takes
 */
public record Key<T>(String path, String environment, Optional<String> flag, Kind<T> kind) {

    static <T> Key<T> of(String path, String environment, Kind<T> kind) {
        return new Key<>(path, environment, Optional.empty(), kind);
    }

    Key<T> withFlag(String name) {
        return new Key<>(path, environment, Optional.of(name), kind);
    }

    /** The key's default, as it is written in a file. */
    public String defaultText() {
        return Defaults.text(path);
    }

    /** What the key is for: one or two sentences. */
    public String description() {
        return Defaults.description(path);
    }

    /** The part of the path that names the key. */
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    String example() {
        return path + " = " + kind.example();
    }
}
