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
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import rollcall.config.KafkaSettings;

class PingPublisherTest {

    private static final List<Ping> PINGS = List.of(ping("7", "first"), ping("8", "second"));

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final PingPublisher publisher = new PingPublisher("pings", () -> kafka);

    @Test
    void waitsUntilEveryPingIsAcknowledged() {
        CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> publish(PINGS));
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
        CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> publish(PINGS));
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
        try (PingPublisher unreachable = new PingPublisher(settings)) {
            assertThatThrownBy(() -> unreachable.publish(PINGS))
                    .isInstanceOf(PingPublisher.NotAcknowledgedException.class)
                    .hasRootCauseInstanceOf(TimeoutException.class);
        }
    }

    private void publish(List<Ping> pings) {
        try {
            publisher.publish(pings);
        } catch (PingPublisher.NotAcknowledgedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Ping ping(String key, String value) {
        return new Ping(key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8));
    }
}
