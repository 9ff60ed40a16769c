package rollcall.config;

import java.util.List;

/**
 * A checked configuration.
 *
 * @param settings what it says
 * @param lines every effective value and where it came from, secrets masked
 */
public record Configuration(Settings settings, List<ConfigLine> lines) {

    public Configuration {
        lines = List.copyOf(lines);
    }
}
