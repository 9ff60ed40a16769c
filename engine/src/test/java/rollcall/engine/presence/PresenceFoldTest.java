package rollcall.engine.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import rollcall.config.PresenceSettings;
import rollcall.presence.Bucket;
import rollcall.presence.Level;
import rollcall.presence.Roster;
import rollcall.store.KafkaRange;

class PresenceFoldTest {

    private static final KafkaRange RANGE = new KafkaRange("pings", "id", 2, 10, 20);
    private static final long MINUTE = Instant.parse("2018-01-01T04:59:00Z").getEpochSecond();

    private final PresenceFold fold =
            new PresenceFold(new PresenceSettings(Duration.ofMinutes(5), null, 1_000, 0, Duration.ZERO));

    @Test
    void rollsUpToHourAndDayPerCityAndOverall() {
        accept(1, MINUTE, 1, "Austin");
        accept(1, MINUTE + 30, 0, "Austin");
        accept(2, MINUTE + 59, 0, null);
        accept(1, MINUTE + 60, 1, "Dallas"); // another minute and another hour, the same day

        Map<Bucket, Roster> rosters = drain();

        assertThat(rosters).hasSize(4 + 4 + 3);
        assertThat(rosters.get(bucket(Level.MINUTE, MINUTE, ""))).hasToString("2 online, 1 available, 3 pings");
        assertThat(rosters.get(bucket(Level.MINUTE, MINUTE, "Austin"))).hasToString("1 online, 1 available, 2 pings");
        assertThat(rosters.get(bucket(Level.HOUR, MINUTE, ""))).hasToString("2 online, 1 available, 3 pings");
        assertThat(rosters.get(bucket(Level.HOUR, MINUTE + 60, "Dallas")))
                .hasToString("1 online, 1 available, 1 pings");
        assertThat(rosters.get(bucket(Level.DAY, MINUTE, ""))).hasToString("2 online, 1 available, 4 pings");
        assertThat(rosters.get(bucket(Level.DAY, MINUTE, "Austin"))).hasToString("1 online, 1 available, 2 pings");
        assertThat(fold.newestEventSecond()).isEqualTo(OptionalLong.of(MINUTE + 60));
    }

    @Test
    void aSecondDrainHasOnlyWhatCameSince() {
        accept(1, MINUTE, 1, null);
        drain();
        accept(2, MINUTE, 0, null);

        assertThat(drain().get(bucket(Level.MINUTE, MINUTE, ""))).hasToString("1 online, 0 available, 1 pings");
        assertThat(drain()).isEmpty();
    }

    @Test
    void keepsOddAndLongCityNamesApart() {
        List<String> cities = List.of(" ", "a|b", "a\\u0000b", "<b>\\\"", "\\ud83d\\ude00", "Zürich", "x".repeat(256));
        cities.forEach(city -> accept(1, MINUTE, 1, city));

        Map<Bucket, Roster> rosters = drain();

        assertThat(rosters).hasSize(3 * (cities.size() + 1));
        assertThat(rosters.get(bucket(Level.DAY, MINUTE, ""))).hasToString("1 online, 1 available, 7 pings");
        assertThat(rosters).containsKey(bucket(Level.MINUTE, MINUTE, "😀"));
        assertThat(rosters).containsKey(bucket(Level.MINUTE, MINUTE, "x".repeat(256)));
    }

    @Test
    void countsAPingWithAnEmptyCityOnceOverall() {
        accept(1, MINUTE, 1, "");

        Map<Bucket, Roster> rosters = drain();

        assertThat(rosters).hasSize(3);
        assertThat(rosters.get(bucket(Level.MINUTE, MINUTE, ""))).hasToString("1 online, 1 available, 1 pings");
    }

    @Test
    void rejectsRecordsWithoutAValueAndReadsBuffersOfEveryKind() {
        assertThat(fold.accept(record(null))).isEqualTo("json");

        byte[] ping = utf8(json(1, MINUTE, 1, null));
        ByteBuffer direct =
                ByteBuffer.allocateDirect(ping.length + 2).put((byte) '!').put(ping);
        direct.flip().position(1);
        assertThat(fold.accept(record(direct))).isNull();
        byte[] padded = ("##" + json(2, MINUTE, 1, null) + "##").getBytes(StandardCharsets.UTF_8);
        assertThat(fold.accept(record(ByteBuffer.wrap(padded, 1, padded.length - 1)
                        .slice()
                        .position(1)
                        .limit(padded.length - 3))))
                .isNull();
        assertThat(drain().get(bucket(Level.DAY, MINUTE, ""))).hasToString("2 online, 2 available, 2 pings");
    }

    @Test
    void isFullBeforeItsRostersFillTheMemory() {
        int minutes = 0;
        while (!fold.isFull() && minutes < 1_000_000) {
            fold.accept(record(ByteBuffer.wrap(utf8(json(1, MINUTE - 60L * minutes++, 1, null)))));
        }
        assertThat(minutes).isLessThan(1_000_000);
        fold.drain(RANGE, (key, delta) -> {});

        assertThat(fold.isFull()).isFalse();
    }

    private void accept(int driver, long second, int duty, String city) {
        assertThat(fold.accept(record(ByteBuffer.wrap(utf8(json(driver, second, duty, city))))))
                .isNull();
    }

    private static String json(int driver, long second, int duty, String city) {
        String more = city == null ? "" : ",\"city\":\"" + city + "\"";
        return "{\"driver_id\":" + driver + ",\"timestamp\":" + second + ",\"on_duty\":" + duty + more + "}";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ConsumerRecord<ByteBuffer, ByteBuffer> record(ByteBuffer value) {
        return new ConsumerRecord<>(
                "pings",
                2,
                10,
                MINUTE * 1000,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    /** What is handed out, through the bytes that go over the network. */
    private Map<Bucket, Roster> drain() {
        Map<Bucket, Roster> rosters = new HashMap<>();
        List<String> keys = new ArrayList<>();
        fold.drain(RANGE, (key, delta) -> {
            RosterPart part = RosterPart.fromBytes(delta);
            assertThat(part.range()).isEqualTo(RANGE);
            assertThat(part.key()).isEqualTo(key);
            assertThat(rosters.put(part.bucket(), part.roster())).isNull();
            keys.add(key);
        });
        assertThat(keys).doesNotHaveDuplicates();
        return rosters;
    }

    private static Bucket bucket(Level level, long second, String city) {
        return Bucket.of(level, second, city);
    }
}
