package rollcall.engine.source;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import rollcall.config.KafkaSettings;

/** Topics that Rollcall itself writes to. */
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
}
