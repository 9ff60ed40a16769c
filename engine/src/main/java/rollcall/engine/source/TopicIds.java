package rollcall.engine.source;

import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import rollcall.store.KafkaRange;

/**
 * Makes sure that what was read is of the log that it was planned for. A consumer knows topics by their names: it goes on
 * at its offset in a topic that was deleted and made again.
 */
final class TopicIds {

    private static final Clients<Admin> CLIENTS = new Clients<>();

    private TopicIds() {}

    /** @throws KafkaException if the topic is not the one that the range is of, or the brokers can't be asked */
    static void requireSame(FoldSpec spec, KafkaRange range) {
        if (!BatchPlan.isLogOf(id(spec), range.log())) {
            throw new KafkaException("Topic " + range.topic()
                    + " was deleted or made again while a batch read it; what the batch read is not used");
        }
    }

    private static String id(FoldSpec spec) {
        Admin admin = CLIENTS.of(spec, () -> Admin.create(spec.kafka().clientProperties()));
        try {
            return TopicLogs.get(admin.describeTopics(List.of(spec.topic()))
                            .topicNameValues()
                            .get(spec.topic()))
                    .topicId()
                    .toString();
        } catch (UnknownTopicOrPartitionException deleted) {
            return null;
        }
    }

    static void close(FoldSpec spec) {
        CLIENTS.close(spec);
    }
}
