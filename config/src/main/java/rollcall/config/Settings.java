package rollcall.config;

/** Everything a Rollcall process is told, checked and typed. */
public record Settings(
        KafkaSettings kafka,
        MongoSettings mongo,
        PresenceSettings presence,
        ServerSettings server,
        SparkSettings spark) {}
