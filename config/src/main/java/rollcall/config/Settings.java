package rollcall.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything a Rollcall process is told, checked and typed. */
public record Settings(
        KafkaSettings kafka,
        MongoSettings mongo,
        PresenceSettings presence,
        StockSettings stock,
        ServerSettings server,
        SparkSettings spark,
        EmbeddedSettings embedded) {

    /** What holds where nobody says anything. */
    public static Settings defaults() {
        return ConfigLoader.load(new ConfigSources(Optional.empty(), Map.of(), List.of()))
                .settings();
    }

    /** These settings with Kafka and the database elsewhere: embedded ones are known only once they listen. */
    public Settings at(String brokers, String mongoUri) {
        KafkaSettings there = new KafkaSettings(
                brokers,
                kafka.pings(),
                kafka.tickets(),
                kafka.notifications(),
                kafka.rejected(),
                kafka.readTimeout(),
                kafka.client());
        return new Settings(
                there, new MongoSettings(mongoUri, mongo.database()), presence, stock, server, spark, embedded);
    }
}
