package rollcall.app.embedded;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics of a fresh broker. */
final class KafkaTopics {

    private KafkaTopics() {}

    static void create(String brokers, Map<String, Integer> topicsWithPartitions) {
        List<NewTopic> topics = topicsWithPartitions.entrySet().stream()
                .map(topic -> new NewTopic(topic.getKey(), Optional.of(topic.getValue()), Optional.empty()))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            CreateTopicsResult result = admin.createTopics(topics);
            result.values().forEach(KafkaTopics::await);
        }
    }

    private static void await(String topic, KafkaFuture<Void> made) {
        try {
            made.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new EmbeddedStartException(
                        "cannot make the topic %s: %s"
                                .formatted(topic, e.getCause().getMessage()),
                        e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStartException("interrupted while making the topic " + topic, e);
        }
    }
}
