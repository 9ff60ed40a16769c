package rollcall.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import rollcall.config.Configuration;
import rollcall.config.Flag;
import rollcall.config.Key;

/** A command that runs with checked settings. The keys it names become flags, which win over all other sources. */
public abstract class SettingsCommand implements Callable<Integer> {

    private final Rollcall rollcall;
    private final List<Key<?>> flags;
    private CommandLine line;

    protected SettingsCommand(Rollcall rollcall, Key<?>... flags) {
        this.rollcall = rollcall;
        this.flags = List.of(flags);
    }

    /**
     * Does what the command is for.
     *
     * @return the exit code
     * @throws Exception whose message says what failed and what to do; it becomes one line, and exit code 1
     */
    protected abstract int run(Configuration configuration) throws Exception;

    @Override
    public final Integer call() throws Exception {
        ParseResult given = line.getParseResult();
        List<Flag> set = flags.stream()
                .filter(key -> given.hasMatchedOption(flagName(key)))
                .map(key -> new Flag(flagName(key), key, given.matchedOptionValue(flagName(key), "")))
                .toList();
        return run(rollcall.configuration(set));
    }

    /** The command as picocli knows it, with a flag for each of its keys. */
    public final CommandLine commandLine() {
        line = new CommandLine(this);
        flags.forEach(key -> line.getCommandSpec().addOption(option(key)));
        return line;
    }

    protected final Rollcall rollcall() {
        return rollcall;
    }

    protected final PrintWriter out() {
        return line.getOut();
    }

    private static OptionSpec option(Key<?> key) {
        return OptionSpec.builder(flagName(key))
                .paramLabel(
                        key.name().substring(key.name().lastIndexOf('-') + 1).toUpperCase(Locale.ROOT))
                .type(String.class)
                .description(key.description() + " Default: " + key.defaultText() + " (" + key.path() + ").")
                .build();
    }

    private static String flagName(Key<?> key) {
        return key.flag().orElseThrow(() -> new IllegalArgumentException(key.path() + " has no flag"));
    }
}
