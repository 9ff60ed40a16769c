package rollcall.config;

/** Everything a Rollcall process is told, checked and typed. */
public record Settings(
        KafkaSettings kafka,
        MongoSettings mongo,
        PresenceSettings presence,
        ServerSettings server,
        SparkSettings spark,
        EmbeddedSettings embedded) {

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
        return new Settings(there, new MongoSettings(mongoUri, mongo.database()), presence, server, spark, embedded);
    }
}
