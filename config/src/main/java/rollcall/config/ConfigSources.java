package rollcall.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a configuration is read from, besides the built-in defaults; later ones win.
 *
 * @param file the configuration file, if there is one
 * @param environment the process's environment; a variable that is set to nothing counts as not set
 * @param flags keys set on the command line
 */
public record ConfigSources(Optional<Path> file, Map<String, String> environment, List<Flag> flags) {

    public static final String FILE_NAME = "rollcall.conf";

    public ConfigSources {
        environment = Map.copyOf(environment);
        flags = List.copyOf(flags);
    }

    /** The first of the given directories' {@value #FILE_NAME} that exists. */
    public static Optional<Path> findFile(Stream<Path> directories) {
        return directories
                .map(directory -> directory.resolve(FILE_NAME))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
