package rollcall.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import rollcall.config.ConfigLoader;
import rollcall.config.ConfigSources;
import rollcall.config.Configuration;
import rollcall.config.Flag;

/** The command that has all the others, and the flags that all of them have. */
@Command(
        name = "rollcall",
        description = "Who is on the road, and what is running out: exact live answers from Kafka.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        footer = {"", "Exit codes: 0 done, 1 failed, 2 called or configured wrongly."})
public final class Rollcall implements Runnable {

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Configuration file. Default: rollcall.conf in the working directory, if there is one.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show stack traces of errors.")
    private boolean debug;

    public Rollcall(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command.");
    }

    boolean debug() {
        return debug;
    }

    Optional<Path> configurationFile() {
        return file.or(surroundings::configurationFile);
    }

    Configuration configuration(List<Flag> flags) {
        return ConfigLoader.load(new ConfigSources(configurationFile(), surroundings.environment(), flags));
    }
}
