package rollcall.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import rollcall.config.KafkaSettings;

class RecordPublisherTest {

    private static final List<ProducerRecord<byte[], byte[]>> RECORDS =
            List.of(record("7", "first"), record("8", "second"));

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final RecordPublisher publisher = new RecordPublisher(() -> kafka);

    @Test
    void waitsUntilEveryRecordIsAcknowledged() {
        CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> publish(RECORDS));
        await().until(() -> kafka.history().size() == 2);
        kafka.completeNext();
        assertThat(publishing).isNotDone();
        kafka.completeNext();
        await().until(publishing::isDone);
        assertThat(publishing).isCompleted();
        assertThat(kafka.history().get(1).topic()).isEqualTo("pings");
        assertThat(kafka.history().get(1).key()).asString().isEqualTo("8");
        assertThat(kafka.history().get(1).value()).asString().isEqualTo("second");
    }

    @Test
    void saysSoIfKafkaRefuses() {
        CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> publish(RECORDS));
        await().until(() -> kafka.history().size() == 2);
        kafka.errorNext(new TimeoutException("no leader"));
        assertThatThrownBy(publishing::join).hasRootCauseMessage("no leader");
    }

    @Test
    void timeoutsOfTheUserDoNotContradictOurs() {
        KafkaSettings settings = new KafkaSettings(
                "127.0.0.1:1",
                "pings",
                "tickets",
                "notifications",
                "rejected",
                Duration.ofSeconds(5),
                Map.of("request.timeout.ms", "30000", "linger.ms", "20000", "max.block.ms", "50"));
        try (RecordPublisher unreachable = new RecordPublisher(settings)) {
            assertThatThrownBy(() -> unreachable.publish(RECORDS))
                    .isInstanceOf(RecordPublisher.NotAcknowledgedException.class)
                    .hasRootCauseInstanceOf(TimeoutException.class);
        }
    }

    private void publish(List<ProducerRecord<byte[], byte[]>> records) {
        try {
            publisher.publish(records);
        } catch (RecordPublisher.NotAcknowledgedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String key, String value) {
        return new ProducerRecord<>(
                "pings", key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }
}
