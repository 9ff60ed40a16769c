package rollcall.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.stream.Collectors;

/** The defaults and descriptions in {@code rollcall-defaults.conf}. */
final class Defaults {

    private static final Config CONFIG = ConfigFactory.parseResources(Defaults.class, "rollcall-defaults.conf");

    private Defaults() {}

    static Config config() {
        return CONFIG;
    }

    static String text(String path) {
        return CONFIG.getString(path);
    }

    static String description(String path) {
        return CONFIG.getValue(path).origin().comments().stream()
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
