package rollcall.engine.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import rollcall.config.KafkaSettings;
import rollcall.store.KafkaRange;
import rollcall.store.LedgerEntry;

/** Questions about topics, asked before a job runs. */
public final class Topics {

    private Topics() {}

    /**
     * Creates a topic with the cluster's defaults where it isn't there yet.
     *
     * @throws KafkaException if the brokers can't be reached or don't allow it
     */
    public static void ensure(KafkaSettings kafka, String topic) {
        try (Admin admin = Admin.create(kafka.clientProperties())) {
            if (!admin.listTopics().names().get().contains(topic)) {
                admin.createTopics(List.of(new NewTopic(topic, Optional.empty(), Optional.empty())))
                        .all()
                        .get();
            }
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new KafkaException(
                        "Topic " + topic + " could not be made at " + kafka.brokers() + ": "
                                + failure.getCause().getMessage(),
                        failure.getCause());
            }
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    /**
     * How many offsets of a topic have not been read yet.
     *
     * @throws KafkaException if the brokers can't be asked
     * @throws IllegalStateException if there is no such topic
     */
    public static long unread(KafkaSettings kafka, String topic, List<LedgerEntry> read) {
        try (TopicLogs logs = TopicLogs.open(kafka, topic)) {
            TopicLogs.Snapshot snapshot = logs.snapshot();
            if (!snapshot.exists()) {
                String example =
                        topic.equals(kafka.tickets()) ? "KAFKA_TICKETS_TOPIC=tickets" : "KAFKA_PINGS_TOPIC=pings";
                throw new IllegalStateException("Kafka at " + kafka.brokers() + " has no topic " + topic
                        + ". Create it, or name another one, such as " + example);
            }
            Map<Integer, LedgerEntry> known =
                    read.stream().collect(Collectors.toMap(LedgerEntry::partition, Function.identity()));
            return BatchPlan.next(known, snapshot).ranges().stream()
                    .mapToLong(KafkaRange::length)
                    .sum();
        }
    }
}
