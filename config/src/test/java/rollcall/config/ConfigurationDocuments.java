package rollcall.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the table of keys down for people. */
final class ConfigurationDocuments {

    private ConfigurationDocuments() {}

    static String page() {
        return """
                # Configuration

                <!-- Made from rollcall-defaults.conf and Keys.java; change those, then run
                     ./mvnw -pl config test -Drollcall.write-docs=true -->

                Later ones win: built-in defaults, the configuration file, environment variables, flags.

                - **File**: `--config FILE`; else `rollcall.conf` in the working directory; else `conf/rollcall.conf` of the
                  distribution. It is [HOCON](https://github.com/lightbend/config/blob/main/HOCON.md), of which JSON is a part.
                  `${NAME}` in it stands for an environment variable.
                - **Environment**: one variable for each key. A variable that is set to nothing counts as not set.
                - **Flags**: on the commands that use the key; see `rollcall COMMAND --help`.

                Unknown keys are errors. All problems are reported at once, and nothing starts before there are none.
                Durations have a unit: `500ms`, `10s`, `5m`, `1h`, `7d`. `rollcall config` lists every value in effect and where
                it came from. Passwords, tokens and keys are shown as `****`, there and everywhere.

                """
                + Stream.of("kafka", "mongo", "presence", "stock", "server", "spark", "embedded")
                        .map(ConfigurationDocuments::section)
                        .collect(Collectors.joining("\n"));
    }

    static String commentedDefaults() {
        String head = """
                # Configuration of Rollcall. Every line shows a default; take the # away to change it.
                # `rollcall config` lists what is in effect and where it came from.

                """;
        return head
                + defaults()
                        .lines()
                        .skip(3)
                        .map(line -> line.isBlank() || line.strip().startsWith("#") ? line : commented(line))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Sections stay, so that taking one # away is enough. */
    private static String commented(String line) {
        boolean sectionEdge = line.strip().equals("}") || line.endsWith("{");
        return sectionEdge ? line : line.replaceFirst("\\S", "#$0");
    }

    private static String section(String name) {
        List<Key<?>> keys = Keys.ALL.stream()
                .filter(key -> key.path().startsWith(name + "."))
                .toList();
        String rows = keys.stream().map(ConfigurationDocuments::row).collect(Collectors.joining());
        String blocks = Keys.BLOCKS.stream()
                .filter(block -> block.path().startsWith(name + "."))
                .map(block -> "\n`" + block.path() + "`: " + Defaults.description(block.path()) + "\n")
                .collect(Collectors.joining());
        return "## " + name + "\n\n| key | default | environment | flag | what |\n|---|---|---|---|---|\n" + rows
                + blocks;
    }

    private static String row(Key<?> key) {
        return "| `%s` | %s | `%s` | %s | %s |\n"
                .formatted(
                        key.path(),
                        key.defaultText().isEmpty() ? "" : code(key.defaultText()),
                        key.environment(),
                        key.flag().map(ConfigurationDocuments::code).orElse(""),
                        key.description());
    }

    private static String code(String text) {
        return '`' + text + '`';
    }

    private static String defaults() {
        try (InputStream resource = Keys.class.getResourceAsStream("rollcall-defaults.conf")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
