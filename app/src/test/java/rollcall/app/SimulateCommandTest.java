package rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import rollcall.app.cli.Errors;
import rollcall.app.cli.Surroundings;
import rollcall.app.embedded.EmbeddedKafka;
import rollcall.app.simulate.TopicReader;

/** {@code rollcall simulate}, with a real broker. */
class SimulateCommandTest {

    private static EmbeddedKafka broker;

    @BeforeAll
    static void start(@TempDir Path directory) {
        broker = EmbeddedKafka.start(directory, 0, Map.of("pings", 2, "tickets", 4, "again", 1));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void sendsTicketsOfAStoreInOrderToOnePartition() {
        assertThat(simulate("tickets", "stores", "--count", "5000", "--rate", "0", "--start", "2026-03-02T17:00:00Z"))
                .isEqualTo("0 {\"sent\":5000,\"acknowledged\":5000,\"failed\":0}\n");
        List<ConsumerRecord<byte[], byte[]>> tickets = read("tickets", 5000);
        Map<String, ConsumerRecord<byte[], byte[]>> last = new HashMap<>();
        tickets.forEach(ticket -> {
            ConsumerRecord<byte[], byte[]> before = last.put(key(ticket), ticket);
            if (before != null) {
                assertThat(ticket.partition()).isEqualTo(before.partition());
                assertThat(ticket.timestamp()).isGreaterThanOrEqualTo(before.timestamp());
            }
        });
        assertThat(last.keySet()).contains("Austin|TX").hasSize(60);
    }

    @Test
    void sameFlagsSendTheSameTickets() {
        String[] flags = {
            "stores", "--count", "500", "--rate", "0", "--late", "0.5", "--seed", "7", "--start", "2026-03-02T17:00:00Z"
        };
        simulate("again", flags);
        simulate("again", flags);
        List<ConsumerRecord<byte[], byte[]>> twice = read("again", 1_000);
        for (int i = 0; i < 500; i++) {
            assertThat(twice.get(i + 500).value()).isEqualTo(twice.get(i).value());
            assertThat(twice.get(i + 500).timestamp()).isEqualTo(twice.get(i).timestamp());
        }
    }

    @Test
    void refusesMoreStoresThanThereAreCities() {
        assertThat(simulate("tickets", "stores", "--stores", "500"))
                .startsWith("2 ")
                .contains("--stores can't be 500; it must be from 1 to 150, such as 60");
    }

    @Test
    void saysWhatThereIsToSimulate() {
        assertThat(simulate("tickets")).startsWith("2 ").contains("drivers or stores");
    }

    @Test
    void sendsPingsOfDrivers() {
        assertThat(simulate("tickets", "drivers", "--count", "100", "--rate", "0", "--drivers", "10"))
                .isEqualTo("0 {\"sent\":100,\"acknowledged\":100,\"failed\":0}\n");
        assertThat(read("pings", 100)).hasSize(100);
    }

    /** Exit code, and what was printed. */
    private static String simulate(String ticketsTopic, String... arguments) {
        Map<String, String> environment =
                Map.of("KAFKA_BROKERS", broker.brokers(), "KAFKA_TICKETS_TOPIC", ticketsTopic);
        CommandLine line = Main.commandLine(new Surroundings(environment, Path.of(""), Optional.empty()));
        StringWriter out = new StringWriter();
        int code = Errors.shownBriefly(line, line.getCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(Stream.concat(Stream.of("simulate"), Arrays.stream(arguments))
                        .toArray(String[]::new));
        return code + " " + out;
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
        try (TopicReader reader = new TopicReader(broker.brokers(), topic)) {
            return reader.awaitRecords(records -> records.size() >= count);
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }
}
