package rollcall.config;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Makes settings of values that are known to be valid. */
record TypedValues(Map<String, Given> values) {

    Settings settings() {
        return new Settings(
                new KafkaSettings(
                        get(Keys.KAFKA_BROKERS).replaceAll("\\s", ""),
                        get(Keys.PINGS_TOPIC),
                        get(Keys.TICKETS_TOPIC),
                        get(Keys.NOTIFICATIONS_TOPIC),
                        get(Keys.REJECTED_TOPIC),
                        get(Keys.KAFKA_READ_TIMEOUT),
                        properties(Keys.KAFKA_CLIENT)),
                new MongoSettings(get(Keys.MONGO_URI), get(Keys.MONGO_DATABASE)),
                new PresenceSettings(
                        get(Keys.PRESENCE_MAX_AHEAD),
                        get(Keys.PRESENCE_MAX_LATE).orElse(null),
                        get(Keys.PRESENCE_MAX_RECORDS_PER_BATCH),
                        Math.toIntExact(get(Keys.PRESENCE_RANGES)),
                        get(Keys.PRESENCE_TRIGGER)),
                stock(),
                new ServerSettings(get(Keys.SERVER_HOST), get(Keys.SERVER_PORT), get(Keys.API_TOKEN)),
                new SparkSettings(get(Keys.SPARK_MASTER), properties(Keys.SPARK_CONF)),
                new EmbeddedSettings(
                        get(Keys.EMBEDDED_KAFKA_PORT), get(Keys.EMBEDDED_MONGO_PORT), get(Keys.EMBEDDED_DATA)));
    }

    private StockSettings stock() {
        return new StockSettings(
                get(StockKeys.THRESHOLD),
                thresholds().map(ThresholdEntry::override).toList(),
                get(StockKeys.CLEAR_FACTOR),
                new ForecastSettings(
                        get(StockKeys.FORECAST_ENABLED),
                        get(StockKeys.FORECAST_HALF_LIFE),
                        get(StockKeys.FORECAST_SERVICE_LEVEL),
                        get(StockKeys.RESTOCK_TIME)),
                new RedirectSettings(get(StockKeys.REDIRECT_KEEP), Math.toIntExact(get(StockKeys.REDIRECT_NEAREST))),
                get(StockKeys.SEPARATOR),
                get(StockKeys.MAX_AHEAD),
                get(StockKeys.MAX_LATE).orElse(null),
                get(StockKeys.MAX_RECORDS_PER_BATCH),
                Math.toIntExact(get(StockKeys.RANGES)),
                get(StockKeys.TRIGGER),
                Math.toIntExact(get(StockKeys.PARTITIONS)),
                get(StockKeys.CHECKPOINT).orElse(null),
                get(StockKeys.STORES).map(Path::toString).orElse(null));
    }

    /** The entries of {@code stock.thresholds}, by name; checked or not. */
    Stream<ThresholdEntry> thresholds() {
        return properties(Keys.STOCK_THRESHOLDS).entrySet().stream()
                .map(entry -> new ThresholdEntry(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(ThresholdEntry::name));
    }

    Map<String, String> properties(Block block) {
        String prefix = block.path() + ".";
        Map<String, String> properties = new LinkedHashMap<>();
        values.forEach((path, given) -> {
            if (path.startsWith(prefix)) {
                properties.put(path.substring(prefix.length()), given.text());
            }
        });
        return properties;
    }

    private <T> T get(Key<T> key) {
        return key.kind().parser().apply(values.get(key.path()).text());
    }
}
