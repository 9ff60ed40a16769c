package rollcall.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rollcall.config.ConfigSources;

/**
 * What a process finds where it is started.
 *
 * @param environment its environment variables
 * @param workingDirectory where it was started
 * @param home the distribution's folder, if it was started from one
 */
public record Surroundings(Map<String, String> environment, Path workingDirectory, Optional<Path> home) {

    public static Surroundings ofProcess() {
        return new Surroundings(
                System.getenv(),
                Path.of(""),
                Optional.ofNullable(System.getProperty("rollcall.home")).map(Path::of));
    }

    Optional<Path> configurationFile() {
        return ConfigSources.findFile(
                Stream.concat(Stream.of(workingDirectory), home.map(folder -> folder.resolve("conf")).stream()));
    }
}
