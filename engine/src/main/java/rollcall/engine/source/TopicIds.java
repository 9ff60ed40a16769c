package rollcall.engine.source;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import rollcall.config.KafkaSettings;
import rollcall.store.KafkaRange;

/**
 * Makes sure that what was read is of the log that it was planned for. A consumer knows topics by their names: it goes on
 * at its offset in a topic that was deleted and made again.
 */
final class TopicIds {

    /** One client a process and cluster; tasks share nothing else, so this has to be static. */
    private static final Map<KafkaSettings, Admin> CLIENTS = new ConcurrentHashMap<>();

    private TopicIds() {}

    /** @throws KafkaException if the topic is not the one that the range is of, or the brokers can't be asked */
    static void requireSame(KafkaSettings kafka, KafkaRange range) {
        if (!BatchPlan.isLogOf(id(kafka, range.topic()), range.log())) {
            throw new KafkaException("Topic " + range.topic()
                    + " was deleted or made again while a batch read it; what the batch read is not used");
        }
    }

    private static String id(KafkaSettings kafka, String topic) {
        Admin admin = CLIENTS.computeIfAbsent(kafka, settings -> Admin.create(settings.clientProperties()));
        try {
            return TopicLogs.get(admin.describeTopics(List.of(topic))
                            .topicNameValues()
                            .get(topic))
                    .topicId()
                    .toString();
        } catch (UnknownTopicOrPartitionException deleted) {
            return null;
        }
    }

    /** Closes this process's clients; the next use opens a new one. */
    static void close() {
        CLIENTS.keySet().forEach(kafka -> CLIENTS.remove(kafka).close());
    }
}
