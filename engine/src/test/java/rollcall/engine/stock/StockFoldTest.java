package rollcall.engine.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import rollcall.config.ForecastSettings;
import rollcall.config.RedirectSettings;
import rollcall.config.StockSettings;
import rollcall.geo.Place;
import rollcall.stock.ReadingLog;
import rollcall.store.KafkaRange;

class StockFoldTest {

    private static final KafkaRange RANGE = new KafkaRange("tickets", "id", 2, 10, 20);
    private static final long ARRIVED = 1_514_779_245_678L;
    private static final Place AUSTIN = new Place("Austin", "TX");
    private static final Place DALLAS = new Place("Dallas", "TX");

    private final StockFold fold = new StockFold(settings(Duration.ofDays(1)));

    @Test
    void everyReadingOfAProductIsKeptInOrder() {
        accept(10, 0, ticket("Austin", "\"Cart\":{\"3\":2},\"Inventory\":{\"3\":9,\"4\":70}"));
        accept(11, 5, ticket("Dallas", "\"Cart\":{\"3\":1}"));
        accept(15, 5, ticket("Austin", "\"Inventory\":{\"3\":0},\"Timestamp\":1514779240"));

        ReadingLog three = new ReadingLog(2);
        three.add(0, ARRIVED, ARRIVED, 10, 9, 2);
        three.add(1, ARRIVED + 5, ARRIVED + 5, 11, -1, 1);
        three.add(0, ARRIVED + 5, 1_514_779_240_000L, 15, 0, 0);
        ReadingLog four = new ReadingLog(2);
        four.add(0, ARRIVED, ARRIVED, 10, 70, 0);
        Map<String, byte[]> drained = drain();
        assertThat(drained).containsOnlyKeys("3", "4");
        assertThat(drained.get("3")).isEqualTo(three.toBytes(List.of(AUSTIN, DALLAS)));
        assertThat(drained.get("4")).isEqualTo(four.toBytes(List.of(AUSTIN)));
    }

    @Test
    void aSecondDrainHasOnlyWhatCameSince() {
        accept(10, 0, ticket("Austin", "\"Inventory\":{\"3\":9}"));
        drain();
        accept(11, 0, ticket("Austin", "\"Inventory\":{\"3\":8}"));

        ReadingLog since = new ReadingLog(2);
        since.add(0, ARRIVED, ARRIVED, 11, 8, 0);
        assertThat(drain().get("3")).isEqualTo(since.toBytes(List.of(AUSTIN)));
        assertThat(drain()).isEmpty();
    }

    @Test
    void aTicketWithABadEntryIsRejectedWhole() {
        assertThat(fold.accept(record(10, 0, ticket("Austin", "\"Inventory\":{\"3\":9,\"4\":-1}"))))
                .isEqualTo("Inventory");

        assertThat(drain()).isEmpty();
        assertThat(fold.newestEventSecond()).isEmpty();
    }

    @Test
    void ticketsFromTheFutureOrTooLateAreRejected() {
        String inventory = "\"Inventory\":{\"3\":9},\"Timestamp\":";

        assertThat(fold.accept(record(10, 0, ticket("Austin", inventory + (ARRIVED + 300_001)))))
                .isEqualTo("future");
        assertThat(fold.accept(record(11, 0, ticket("Austin", inventory + (ARRIVED - 86_400_001)))))
                .isEqualTo("expired");
        assertThat(new StockFold(settings(null)).accept(record(11, 0, ticket("Austin", inventory + "1"))))
                .isNull();
    }

    @Test
    void rejectsRecordsWithoutAValueAndReadsBuffersOfEveryKind() {
        assertThat(fold.accept(record(10, 0, (ByteBuffer) null))).isEqualTo("json");

        byte[] ticket = utf8(ticket("Austin", "\"Inventory\":{\"3\":9}"));
        ByteBuffer direct =
                ByteBuffer.allocateDirect(ticket.length + 2).put((byte) '!').put(ticket);
        assertThat(fold.accept(record(11, 0, direct.flip().position(1)))).isNull();
        assertThat(drain()).containsOnlyKeys("3");
    }

    @Test
    void theNewestEventTimeIsKnownAcrossDrains() {
        accept(10, 0, ticket("Austin", "\"Inventory\":{\"3\":9},\"Timestamp\":1514779300"));
        drain();
        accept(11, 0, ticket("Austin", "\"Inventory\":{\"3\":9}"));

        assertThat(fold.newestEventSecond()).isEqualTo(OptionalLong.of(1_514_779_300));
    }

    @Test
    void isFullBeforeItsReadingsFillTheMemory() {
        String levels = IntStream.range(0, 30).mapToObj(i -> "\"" + i + "\":9").collect(Collectors.joining(","));
        String city = "x".repeat(200);
        long tickets = 0;
        while (!fold.isFull() && tickets < 1_000_000) {
            accept(tickets, 0, ticket(city + tickets++, "\"Inventory\":{" + levels + "}"));
        }
        assertThat(tickets).isLessThan(1_000_000);
        drain();

        assertThat(fold.isFull()).isFalse();
    }

    private void accept(long offset, long laterMillis, String json) {
        assertThat(fold.accept(record(offset, laterMillis, json))).isNull();
    }

    private static String ticket(String city, String rest) {
        return "{\"City\":\"" + city + "\",\"State\":\"TX\"," + rest + "}";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ConsumerRecord<ByteBuffer, ByteBuffer> record(long offset, long laterMillis, String json) {
        return record(offset, laterMillis, ByteBuffer.wrap(utf8(json)));
    }

    private static ConsumerRecord<ByteBuffer, ByteBuffer> record(long offset, long laterMillis, ByteBuffer value) {
        return new ConsumerRecord<>(
                "tickets",
                2,
                offset,
                ARRIVED + laterMillis,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    private Map<String, byte[]> drain() {
        Map<String, byte[]> readings = new HashMap<>();
        fold.drain(
                RANGE, (product, log) -> assertThat(readings.put(product, log)).isNull());
        return readings;
    }

    private static StockSettings settings(Duration maxLate) {
        return new StockSettings(
                20,
                List.of(),
                1.5,
                new ForecastSettings(false, Duration.ofMinutes(30), 0.95, Duration.ofMinutes(60)),
                new RedirectSettings(Duration.ofMinutes(60), 16),
                ", ",
                Duration.ofMinutes(5),
                maxLate,
                1_000,
                0,
                Duration.ZERO,
                0,
                null,
                null);
    }
}
