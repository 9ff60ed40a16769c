package rollcall.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rollcall.app.embedded.EmbeddedKafka;
import rollcall.config.KafkaSettings;
import rollcall.config.Settings;

final class DemonstrationTest {

    private final Instant begin = Instant.now();

    @Test
    void bringsThreeHoursOrWhatIsMissingOfThemAndGoesOnLive(@TempDir Path directory) {
        try (EmbeddedKafka broker = EmbeddedKafka.start(directory, 0, Map.of("pings", 2, "tickets", 2));
                TopicReader pings = new TopicReader(broker.brokers(), "pings");
                TopicReader tickets = new TopicReader(broker.brokers(), "tickets")) {
            Demonstration demonstration = start(broker.brokers());
            try {
                assertThat(oldest(pings.awaitRecords(this::areLive)))
                        .isBetween(begin.minus(Duration.ofMinutes(181)), begin.minus(Duration.ofMinutes(179)));
                assertThat(oldest(tickets.awaitRecords(this::areLive)))
                        .isBetween(begin.minus(Duration.ofMinutes(31)), begin.minus(Duration.ofMinutes(29)));
            } finally {
                demonstration.close();
            }
        }
    }

    private Demonstration start(String brokers) {
        KafkaSettings kafka =
                Settings.defaults().at(brokers, "mongodb://nowhere").kafka();
        return Demonstration.start(
                new FleetSettings(30, FeedSettings.defaults(3)),
                Optional.empty(),
                new ChainSettings(5, 5, FeedSettings.defaults(1)),
                Optional.of(begin.minus(Duration.ofMinutes(30))),
                kafka);
    }

    private boolean areLive(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(DemonstrationTest::time).anyMatch(begin.plusSeconds(1)::isBefore);
    }

    private static Instant oldest(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(DemonstrationTest::time)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static Instant time(ConsumerRecord<byte[], byte[]> record) {
        return Instant.ofEpochMilli(record.timestamp());
    }
}
