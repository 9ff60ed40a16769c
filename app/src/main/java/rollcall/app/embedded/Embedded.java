package rollcall.app.embedded;

import java.nio.file.Path;
import java.util.Map;

/** Everything Rollcall needs from outside, in this process and in one data directory. */
public final class Embedded implements AutoCloseable {

    private final DirectoryLock lock;
    private final EmbeddedMongo mongo;
    private final EmbeddedKafka kafka;

    private Embedded(DirectoryLock lock, EmbeddedMongo mongo, EmbeddedKafka kafka) {
        this.lock = lock;
        this.mongo = mongo;
        this.kafka = kafka;
    }

    /**
     * Starts the database in {@code data/mongo} and Kafka in {@code data/kafka}.
     *
     * @param kafkaPort where Kafka's clients connect; 0 takes a free one
     * @param mongoPort where the database's clients connect; 0 takes a free one
     * @param topicsWithPartitions topics to make if they are missing, and how many partitions to make them with
     * @throws EmbeddedStartException if a port or the directory is taken, or a part cannot start; nothing is left running
     */
    public static Embedded start(Path data, int kafkaPort, int mongoPort, Map<String, Integer> topicsWithPartitions) {
        DirectoryLock lock = DirectoryLock.take(data);
        EmbeddedMongo mongo = null;
        try {
            mongo = EmbeddedMongo.start(data.resolve("mongo"), mongoPort);
            EmbeddedKafka kafka = EmbeddedKafka.start(data.resolve("kafka"), kafkaPort, topicsWithPartitions);
            return new Embedded(lock, mongo, kafka);
        } catch (RuntimeException e) {
            if (mongo != null) {
                mongo.close();
            }
            lock.close();
            throw e;
        }
    }

    public EmbeddedKafka kafka() {
        return kafka;
    }

    public EmbeddedMongo mongo() {
        return mongo;
    }

    /** What brings records in stops first, what keeps results last. */
    @Override
    public void close() {
        kafka.close();
        mongo.close();
        lock.close();
    }
}
