package rollcall.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a file's values, and finds what in it is not a key. */
final class HoconFile {

    /** Problems are told in the order of the file. */
    private static final Comparator<Map.Entry<String, ConfigValue>> BY_LINE =
            Comparator.comparingInt(named -> named.getValue().origin().lineNumber());

    private final Map<String, Given> values = new LinkedHashMap<>();
    private final List<Problem> problems;

    private HoconFile(List<Problem> problems) {
        this.problems = problems;
    }

    /** The defaults' values by path. */
    static Map<String, Given> defaults() {
        HoconFile file = new HoconFile(new ArrayList<>());
        file.section(List.of(), Defaults.config().root());
        return file.values;
    }

    /**
     * The file's values by path: scalar keys, and properties under their block's path.
     *
     * @param environment what {@code ${NAME}} in the file may stand for
     * @param problems takes what is wrong with the file
     */
    static Map<String, Given> read(Path path, Map<String, String> environment, List<Problem> problems) {
        HoconFile file = new HoconFile(problems);
        file.parse(path, environment).ifPresent(config -> file.section(List.of(), config.root()));
        return file.values;
    }

    private Optional<Config> parse(Path path, Map<String, String> environment) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            problems.add(new Problem(
                    path.toString(),
                    "configuration file",
                    "is not a file that can be read",
                    "--config /etc/rollcall/rollcall.conf"));
            return Optional.empty();
        }
        try {
            Config config = ConfigFactory.parseFile(
                    path.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
            return Optional.of(config.resolveWith(
                    config.withFallback(Defaults.config()),
                    ConfigResolveOptions.noSystem().appendResolver(new EnvironmentResolver(environment))));
        } catch (ConfigException e) {
            problems.add(new Problem(
                    path.toString(), "configuration file", reason(e), "kafka.brokers = \"localhost:9092\""));
            return Optional.empty();
        }
    }

    /** A parser's message quotes what it read, which on some lines is a secret. */
    private static String reason(ConfigException e) {
        ConfigOrigin origin = e.origin();
        if (e instanceof ConfigException.Parse && origin != null && mayHoldSecret(origin)) {
            return source(origin) + " is not valid HOCON (not quoted: the line may hold a secret)";
        }
        return e.getMessage();
    }

    private static boolean mayHoldSecret(ConfigOrigin origin) {
        try (Stream<String> lines = Files.lines(Path.of(origin.filename()))) {
            return lines.skip(origin.lineNumber() - 1L)
                    .findFirst()
                    .filter(line -> !Secrets.speaksOfSecret(line) && !line.contains("://"))
                    .isEmpty();
        } catch (IOException e) {
            return true;
        }
    }

    private void section(List<String> parent, ConfigObject section) {
        section.entrySet().stream().sorted(BY_LINE).forEach(named -> {
            List<String> elements = new ArrayList<>(parent);
            elements.add(named.getKey());
            entry(elements, ConfigUtil.joinPath(elements), named.getValue());
        });
    }

    private void entry(List<String> elements, String path, ConfigValue value) {
        Optional<Key<?>> key =
                Keys.ALL.stream().filter(known -> known.path().equals(path)).findFirst();
        Optional<Block> block =
                Keys.BLOCKS.stream().filter(known -> known.path().equals(path)).findFirst();
        if (key.isPresent()) {
            scalar(key.get(), value);
        } else if (block.isPresent()) {
            properties(block.get(), value);
        } else if (Keys.ALL.stream().anyMatch(known -> known.path().startsWith(path + "."))) {
            if (value instanceof ConfigObject object) {
                section(elements, object);
            } else {
                misshapen(path, value, "is a section, not a value", path + " { … }");
            }
        } else {
            unknown(path, value);
        }
    }

    private void scalar(Key<?> key, ConfigValue value) {
        if (value instanceof ConfigObject || value instanceof ConfigList || isNull(value)) {
            misshapen(key.path(), value, "must be " + key.kind().must(), key.example());
        } else {
            values.put(key.path(), given(value));
        }
    }

    private void properties(Block block, ConfigValue value) {
        if (value instanceof ConfigObject object) {
            object.forEach((name, inner) -> property(block, name, inner));
        } else {
            misshapen(block.path(), value, "is a block of properties, not a value", block.example());
        }
    }

    private void property(Block block, String name, ConfigValue value) {
        if (!block.passedOn() && value.valueType() == ConfigValueType.OBJECT) {
            misshapen(
                    block.path() + "." + ConfigUtil.quoteString(name),
                    value,
                    "is a value, not a section",
                    block.example());
        } else if (value instanceof ConfigObject object) {
            object.forEach((inner, innerValue) -> property(block, name + "." + inner, innerValue));
        } else if (!(name + ".").startsWith(block.prefix())) {
            misshapen(block.path() + "." + name, value, "does not begin with " + block.prefix(), block.example());
        } else if (!isNull(value)) {
            values.put(block.path() + "." + name, given(value));
        }
    }

    private void unknown(String path, ConfigValue value) {
        Optional<String> nearest = Nearest.to(path);
        problems.add(new Problem(
                path,
                source(value.origin()),
                "there is no such key"
                        + nearest.map(known -> " (did you mean " + known + "?)").orElse(""),
                nearest.map(HoconFile::example).orElse(Keys.KAFKA_BROKERS.example())));
    }

    private static String example(String path) {
        return Keys.ALL.stream()
                .filter(key -> key.path().equals(path))
                .map(Key::example)
                .findFirst()
                .orElseGet(() -> Keys.BLOCKS.stream()
                        .filter(block -> block.path().equals(path))
                        .map(Block::example)
                        .findFirst()
                        .orElseThrow());
    }

    private void misshapen(String path, ConfigValue value, String why, String example) {
        problems.add(new Problem(
                path + " is " + value.valueType().toString().toLowerCase(Locale.ROOT),
                source(value.origin()),
                why,
                example));
    }

    private static boolean isNull(ConfigValue value) {
        return value.valueType() == ConfigValueType.NULL;
    }

    private static Given given(ConfigValue value) {
        return new Given(text(value), source(value.origin()));
    }

    /** The value as it was written: 1e3 stays 1e3. Lists become what Kafka and Spark take for one. */
    private static String text(ConfigValue value) {
        return value instanceof ConfigList list
                ? list.stream().map(HoconFile::text).collect(Collectors.joining(","))
                : value.atKey("value").getString("value");
    }

    private static String source(ConfigOrigin origin) {
        return origin.resource() != null
                ? Given.DEFAULT
                : Stream.of(origin.description()
                                .replaceFirst("^merge of ", "")
                                .replaceAll(": (\\d+)", ":$1")
                                .split(","))
                        .distinct()
                        .collect(Collectors.joining(" with "));
    }
}
