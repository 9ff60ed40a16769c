package rollcall.app.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** How the one node is formatted and set. */
final class KafkaStorage {

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";
    private static final String CLIENTS = "CLIENTS";

    private KafkaStorage() {}

    /** The file that Kafka writes last when it formats: a directory with it keeps its cluster id. */
    static void formatIfNew(Path directory) {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(CONTROLLER)
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception e) {
            throw EmbeddedStartException.failed("Kafka", directory, e);
        }
    }

    static Map<String, Object> settings(Path directory, int port, int controllerPort) {
        Map<String, Object> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE);
        settings.put("log.dirs", directory.toString());

        // The voter is named here and not in the log, so that the controller may have another port at each start.
        settings.put("controller.quorum.voters", NODE + "@" + LocalPort.HOST + ":" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("inter.broker.listener.name", CLIENTS);
        settings.put("listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("listeners", listener(CLIENTS, port) + "," + listener(CONTROLLER, controllerPort));
        settings.put("advertised.listeners", listener(CLIENTS, port));

        keepEverything(settings);
        oneReplica(settings);
        small(settings);
        quick(settings);
        settings.replaceAll((name, value) -> value.toString()); // Kafka turns text into the types it wants
        return settings;
    }

    private static String listener(String name, int port) {
        return name + "://" + LocalPort.HOST + ":" + port;
    }

    /** Records may carry the times of long ago: only size limits a topic, to 1 GiB a partition. */
    private static void keepEverything(Map<String, Object> settings) {
        settings.put("auto.create.topics.enable", false);
        settings.put("log.retention.ms", -1);
        settings.put("log.retention.bytes", 1L << 30);
        settings.put("log.segment.bytes", 64 << 20);
        settings.put("log.roll.ms", Long.MAX_VALUE);
        settings.put("log.message.timestamp.before.max.ms", Long.MAX_VALUE);
        settings.put("log.message.timestamp.after.max.ms", Long.MAX_VALUE);
        // A group's offsets also say which notifications were sent: they must outlive any pause.
        settings.put("offsets.retention.minutes", Integer.MAX_VALUE);
    }

    private static void oneReplica(Map<String, Object> settings) {
        settings.put("default.replication.factor", 1);
        settings.put("min.insync.replicas", 1);
        settings.put("offsets.topic.replication.factor", 1);
        settings.put("offsets.topic.num.partitions", 4);
        settings.put("transaction.state.log.replication.factor", 1);
        settings.put("transaction.state.log.min.isr", 1);
        settings.put("transaction.state.log.num.partitions", 4);
        settings.put("share.coordinator.state.topic.replication.factor", 1);
        settings.put("share.coordinator.state.topic.min.isr", 1);
        settings.put("share.coordinator.state.topic.num.partitions", 1);
    }

    private static void small(Map<String, Object> settings) {
        settings.put("num.network.threads", 2);
        settings.put("num.io.threads", 2);
        settings.put("background.threads", 2);
        settings.put("group.coordinator.threads", 1);
        settings.put("share.coordinator.threads", 1);
        settings.put("log.cleaner.dedupe.buffer.size", 4 << 20);
        settings.put("log.cleaner.io.buffer.size", 128 << 10);
        settings.put("log.index.size.max.bytes", 1 << 20);
        settings.put("offsets.topic.segment.bytes", 16 << 20);
        settings.put("transaction.state.log.segment.bytes", 16 << 20);
        settings.put("metadata.log.segment.bytes", 16 << 20);
    }

    /** Nobody else takes part, so nobody has to be waited for. */
    private static void quick(Map<String, Object> settings) {
        settings.put("group.initial.rebalance.delay.ms", 0);
        settings.put("controller.quorum.election.timeout.ms", 100);
        settings.put("controller.quorum.election.backoff.max.ms", 100);
        // After a kill the controller admits the new broker only when the old one's session has run out.
        settings.put("broker.session.timeout.ms", 3000);
        settings.put("broker.heartbeat.interval.ms", 300);
    }
}
