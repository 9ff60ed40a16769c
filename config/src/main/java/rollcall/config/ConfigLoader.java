package rollcall.config;

import com.typesafe.config.ConfigUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads, checks and lists a configuration. */
public final class ConfigLoader {

    private final Map<String, Given> values = new LinkedHashMap<>(HoconFile.defaults());
    private final List<Problem> problems = new ArrayList<>();

    private ConfigLoader() {}

    /**
     * The configuration that the sources add up to.
     *
     * @throws InvalidConfiguration with every problem there is, if there is any
     */
    public static Configuration load(ConfigSources sources) {
        ConfigLoader loader = new ConfigLoader();
        sources.file()
                .ifPresent(file -> loader.values.putAll(HoconFile.read(file, sources.environment(), loader.problems)));
        loader.readEnvironment(sources.environment());
        sources.flags()
                .forEach(flag -> loader.values.put(flag.key().path(), new Given(flag.value(), "flag " + flag.name())));
        return loader.check();
    }

    private void readEnvironment(Map<String, String> environment) {
        for (Key<?> key : Keys.ALL) {
            String value = environment.getOrDefault(key.environment(), "");
            if (!value.isEmpty()) {
                values.put(key.path(), new Given(value, "environment " + key.environment()));
            }
        }
    }

    private Configuration check() {
        Keys.ALL.forEach(this::checkValue);
        checkTopicsDiffer();
        checkThresholds();
        if (!problems.isEmpty()) {
            throw new InvalidConfiguration(problems);
        }
        return new Configuration(new TypedValues(values).settings(), lines());
    }

    private void checkValue(Key<?> key) {
        Given given = values.get(key.path());
        try {
            key.kind().parser().apply(given.text());
        } catch (IllegalArgumentException e) {
            problems.add(problem(key, given, "must be " + key.kind().must()));
        }
    }

    /** Rejected records that come back as pings would go round for ever. */
    private void checkTopicsDiffer() {
        Map<String, Key<?>> seen = new LinkedHashMap<>();
        for (Key<?> key :
                List.of(Keys.PINGS_TOPIC, Keys.TICKETS_TOPIC, Keys.NOTIFICATIONS_TOPIC, Keys.REJECTED_TOPIC)) {
            Given given = values.get(key.path());
            Key<?> other = seen.putIfAbsent(given.text(), key);
            if (other != null) {
                problems.add(problem(key, given, "is also " + other.path() + "; topics must differ"));
            }
        }
    }

    private void checkThresholds() {
        Map<List<String>, String> seen = new HashMap<>();
        new TypedValues(values).thresholds().forEach(entry -> {
            try {
                String other = seen.putIfAbsent(entry.fields(), entry.name());
                if (other != null) {
                    problems.add(problem(entry, "names the same as " + ConfigUtil.quoteString(other)));
                }
            } catch (IllegalArgumentException e) {
                problems.add(problem(entry, ThresholdEntry.NAME_MUST));
            }
            try {
                StockKeys.THRESHOLD.kind().parser().apply(entry.text());
            } catch (IllegalArgumentException e) {
                problems.add(
                        problem(entry, "must be " + StockKeys.THRESHOLD.kind().must()));
            }
        });
    }

    private Problem problem(ThresholdEntry entry, String why) {
        String path = Keys.STOCK_THRESHOLDS.path() + ".";
        return new Problem(
                path + ConfigUtil.quoteString(entry.name()) + " = \"" + entry.text() + '"',
                values.get(path + entry.name()).source(),
                why,
                Keys.STOCK_THRESHOLDS.example());
    }

    private static Problem problem(Key<?> key, Given given, String why) {
        String shown = key.kind().mask().apply(given.text());
        return new Problem(key.path() + " = \"" + shown + '"', given.source(), why, key.example());
    }

    private List<ConfigLine> lines() {
        Stream<ConfigLine> scalars = Keys.ALL.stream().map(key -> {
            Given given = values.get(key.path());
            String shown = key.kind().mask().apply(given.text());
            return new ConfigLine(key.path(), shown, given.source(), key.environment(), key.description());
        });
        Stream<ConfigLine> properties = Keys.BLOCKS.stream().flatMap(this::lines);
        return Stream.concat(scalars, properties).toList();
    }

    private Stream<ConfigLine> lines(Block block) {
        return new TypedValues(values)
                .properties(block).keySet().stream().sorted().map(name -> {
                    String path = block.path() + "." + name;
                    Given given = values.get(path);
                    return block.passedOn()
                            ? new ConfigLine(
                                    path,
                                    Secrets.hideProperty(name, given.text()),
                                    given.source(),
                                    "",
                                    "passed through")
                            : new ConfigLine(
                                    path, given.text(), given.source(), "", Defaults.description(block.path()));
                });
    }
}
