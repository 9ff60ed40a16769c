package rollcall.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import rollcall.config.ConfigLine;
import rollcall.config.Configuration;

/** Lists the configuration in effect. */
@Command(
        name = "config",
        description = "Show the configuration in effect, each value with where it came from. Secrets are masked.")
public final class ConfigCommand extends SettingsCommand {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public ConfigCommand(Rollcall rollcall) {
        super(rollcall);
    }

    @Override
    protected int run(Configuration configuration) throws IOException {
        if (json) {
            out().println(new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(configuration.lines()));
        } else {
            print(configuration.lines());
        }
        return 0;
    }

    private void print(List<ConfigLine> lines) {
        out().println("Configuration file: "
                + rollcall().configurationFile().map(Path::toString).orElse("none"));
        int key = width(lines, ConfigLine::key);
        int value = width(lines, ConfigLine::value);
        for (ConfigLine line : lines) {
            out().println();
            out().println(pad(line.key(), key) + "  " + pad(line.value(), value) + "  " + line.source());
            out().println("    " + (line.environment() + "  " + line.description()).strip());
        }
    }

    private static int width(List<ConfigLine> lines, Function<ConfigLine, String> column) {
        return lines.stream().map(column).mapToInt(String::length).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
