package rollcall.app.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apache Kafka in this process: one node, broker and controller, kept in a directory.
 *
 * <p>What was acknowledged to a producer is there after this process was killed (the operating system has it); it may not
 * be after a power failure. Clients on this machine reach it at {@link #brokers()}.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedKafka.class);

    private final DirectoryLock lock;
    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(DirectoryLock lock, KafkaRaftServer server, int port) {
        this.lock = lock;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker and makes the topics that are missing; existing topics stay as they are.
     *
     * @param port where clients connect; 0 takes a free one
     * @param topicsWithPartitions name of each topic, and how many partitions to make it with
     * @throws EmbeddedStartException if the port or the directory is taken, or the broker cannot start
     */
    public static EmbeddedKafka start(Path directory, int port, Map<String, Integer> topicsWithPartitions) {
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            KafkaStorage.formatIfNew(directory);
            EmbeddedKafka kafka = listen(lock, directory, port);
            kafka.makeTopics(topicsWithPartitions);
            return kafka;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void makeTopics(Map<String, Integer> topicsWithPartitions) {
        try {
            KafkaTopics.create(brokers(), topicsWithPartitions);
        } catch (RuntimeException e) {
            stop(server);
            throw e;
        }
    }

    private static EmbeddedKafka listen(DirectoryLock lock, Path directory, int wantedPort) {
        int port = wantedPort == 0 ? LocalPort.free() : wantedPort;
        requireFree(port);
        KafkaRaftServer server = null;
        try {
            server = new KafkaRaftServer(
                    new KafkaConfig(KafkaStorage.settings(directory, port, LocalPort.free()), false), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(lock, server, port);
        } catch (RuntimeException e) {
            if (server != null) {
                stop(server);
            }
            requireFree(port); // somebody may have taken it meanwhile
            throw EmbeddedStartException.failed("Kafka", directory, e);
        }
    }

    private static void requireFree(int port) {
        try {
            LocalPort.requireFree(port);
        } catch (IOException e) {
            throw EmbeddedStartException.portTaken("Kafka", port, "--kafka-port", e);
        }
    }

    /** The address for {@code bootstrap.servers}. */
    public String brokers() {
        return LocalPort.HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        stop(server);
        lock.close();
    }

    private static void stop(KafkaRaftServer server) {
        try {
            server.shutdown();
            server.awaitShutdown();
        } catch (RuntimeException e) {
            log.warn("The embedded Kafka did not stop in order; its log will be recovered at the next start", e);
        }
    }
}
