package rollcall.config;

import java.util.LinkedHashMap;
import java.util.Map;

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
                        get(Keys.MAX_AHEAD),
                        get(Keys.MAX_LATE).orElse(null),
                        get(Keys.MAX_RECORDS_PER_BATCH),
                        Math.toIntExact(get(Keys.RANGES)),
                        get(Keys.TRIGGER)),
                new ServerSettings(get(Keys.SERVER_HOST), get(Keys.SERVER_PORT), get(Keys.API_TOKEN)),
                new SparkSettings(get(Keys.SPARK_MASTER), properties(Keys.SPARK_CONF)),
                new EmbeddedSettings(
                        get(Keys.EMBEDDED_KAFKA_PORT), get(Keys.EMBEDDED_MONGO_PORT), get(Keys.EMBEDDED_DATA)));
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
