package rollcall.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every key there is: the one table that the loader, the listing, the flags and the docs are made from. Defaults and
 * descriptions stand in {@code rollcall-defaults.conf}.
 *
 * <p>No variable is called ROLLCALL_PORT: Kubernetes sets that one itself, to a URL, where a service is called rollcall.
 */
public final class Keys {

    private static final String ADDRESS = "(\\[[0-9A-Fa-f:]+]|[\\w.-]+):\\d{1,5}";
    private static final String HOST = "[\\w.-]+|\\[?[0-9A-Fa-f:]+]?";

    public static final Key<String> KAFKA_BROKERS = Key.of(
                    "kafka.brokers",
                    "KAFKA_BROKERS",
                    Kind.matching(
                            ADDRESS + "(\\s*,\\s*" + ADDRESS + ")*",
                            "host:port, several separated by commas",
                            "\"kafka-1:9092,kafka-2:9092\""))
            .withFlag("--brokers");
    public static final Key<String> PINGS_TOPIC = topic("pings", "KAFKA_PINGS_TOPIC", "pings");
    public static final Key<String> TICKETS_TOPIC = topic("tickets", "KAFKA_TICKETS_TOPIC", "tickets");
    public static final Key<String> NOTIFICATIONS_TOPIC =
            topic("notifications", "KAFKA_NOTIFICATIONS_TOPIC", "notifications");
    public static final Key<String> REJECTED_TOPIC = topic("rejected", "KAFKA_REJECTED_TOPIC", "rollcall.rejected");
    public static final Key<Duration> KAFKA_READ_TIMEOUT =
            Key.of("kafka.read-timeout", "KAFKA_READ_TIMEOUT", Kind.durationFrom("1s", "60s"));

    public static final Key<String> MONGO_URI = Key.of(
            "mongo.uri",
            "MONGO_URI",
            Kind.matching(
                            "mongodb(\\+srv)?://\\S+",
                            "a connection string that begins with mongodb:// or mongodb+srv://",
                            "\"mongodb://user:password@db-1:27017,db-2:27017\"")
                    .maskedBy(Secrets::hideInUri));
    public static final Key<String> MONGO_DATABASE = Key.of(
            "mongo.database",
            "MONGO_DATABASE",
            Kind.matching("[\\w-]{1,63}", "at most 63 letters, digits, _ and -", "rollcall"));

    public static final Key<Duration> PRESENCE_MAX_AHEAD =
            Key.of("presence.max-ahead", "ROLLCALL_PRESENCE_MAX_AHEAD", Kind.duration("5m"));
    public static final Key<Optional<Duration>> PRESENCE_MAX_LATE =
            Key.of("presence.max-late", "ROLLCALL_PRESENCE_MAX_LATE", Kind.durationOrUnlimited("7d"));
    public static final Key<Long> PRESENCE_MAX_RECORDS_PER_BATCH = Key.of(
            "presence.max-records-per-batch",
            "ROLLCALL_PRESENCE_MAX_RECORDS_PER_BATCH",
            Kind.wholeNumber(1, Long.MAX_VALUE, "10000000"));
    public static final Key<Long> PRESENCE_RANGES =
            Key.of("presence.ranges", "ROLLCALL_PRESENCE_RANGES", Kind.wholeNumber(0, 100_000, "8"));
    public static final Key<Duration> PRESENCE_TRIGGER =
            Key.of("presence.trigger", "ROLLCALL_PRESENCE_TRIGGER", Kind.duration("1s"));

    public static final Key<String> SERVER_HOST = Key.of(
                    "server.host",
                    "ROLLCALL_HTTP_HOST",
                    Kind.matching(HOST, "a host name or an IP address", "\"0.0.0.0\""))
            .withFlag("--host");
    public static final Key<Integer> SERVER_PORT =
            Key.of("server.port", "ROLLCALL_HTTP_PORT", Kind.port(0, "8080")).withFlag("--port");
    public static final Key<Optional<String>> API_TOKEN =
            Key.of("server.api-token", "ROLLCALL_API_TOKEN", Kind.token("\"k3-9fT27aQx\""));

    public static final Key<String> SPARK_MASTER = Key.of(
                    "spark.master",
                    "ROLLCALL_SPARK_MASTER",
                    Kind.matching(
                            "local(\\[(\\*|\\d+)(\\s*,\\s*\\d+)?])?|local-cluster\\[.+]|spark://\\S+|k8s://\\S+|yarn",
                            "local, local[N], local[*], spark://…, k8s://… or yarn",
                            "\"local[*]\""))
            .withFlag("--master");

    public static final Key<Integer> EMBEDDED_KAFKA_PORT = Key.of(
                    "embedded.kafka-port", "ROLLCALL_EMBEDDED_KAFKA_PORT", Kind.port(0, "9092"))
            .withFlag("--kafka-port");
    public static final Key<Integer> EMBEDDED_MONGO_PORT = Key.of(
                    "embedded.mongo-port", "ROLLCALL_EMBEDDED_MONGO_PORT", Kind.port(0, "27017"))
            .withFlag("--mongo-port");
    public static final Key<Path> EMBEDDED_DATA = Key.of(
                    "embedded.data", "ROLLCALL_EMBEDDED_DATA", Kind.directory("\"/var/lib/rollcall\""))
            .withFlag("--data");

    /** All scalar keys, in the order in which they are shown. */
    public static final List<Key<?>> ALL = Stream.of(
                    List.of(
                            KAFKA_BROKERS,
                            PINGS_TOPIC,
                            TICKETS_TOPIC,
                            NOTIFICATIONS_TOPIC,
                            REJECTED_TOPIC,
                            KAFKA_READ_TIMEOUT,
                            MONGO_URI,
                            MONGO_DATABASE),
                    List.of(
                            PRESENCE_MAX_AHEAD,
                            PRESENCE_MAX_LATE,
                            PRESENCE_MAX_RECORDS_PER_BATCH,
                            PRESENCE_RANGES,
                            PRESENCE_TRIGGER),
                    StockKeys.ALL,
                    List.of(
                            SERVER_HOST,
                            SERVER_PORT,
                            API_TOKEN,
                            SPARK_MASTER,
                            EMBEDDED_KAFKA_PORT,
                            EMBEDDED_MONGO_PORT,
                            EMBEDDED_DATA))
            .<Key<?>>flatMap(List::stream)
            .toList();

    static final Block KAFKA_CLIENT = Block.passedOn("kafka.client", "", "\"security.protocol\" = \"SASL_SSL\"");
    static final Block STOCK_THRESHOLDS = new Block("stock.thresholds", "", "\"Austin, TX, 3\" = 5", false);
    static final Block SPARK_CONF = Block.passedOn("spark.conf", "spark.", "\"spark.executor.memory\" = \"4g\"");
    static final List<Block> BLOCKS = List.of(KAFKA_CLIENT, STOCK_THRESHOLDS, SPARK_CONF);

    private Keys() {}

    private static Key<String> topic(String name, String environment, String example) {
        String must = "a topic name: at most 249 letters, digits, ., _ and -";
        return Key.of(
                "kafka.topics." + name,
                environment,
                Kind.matching("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}", must, '"' + example + '"'));
    }
}
