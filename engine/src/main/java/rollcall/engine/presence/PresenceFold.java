package rollcall.engine.presence;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import rollcall.config.PresenceSettings;
import rollcall.engine.source.Fold;
import rollcall.engine.source.RecordBytes;
import rollcall.presence.Bucket;
import rollcall.presence.Level;
import rollcall.presence.PingScanner;
import rollcall.presence.Rejection;
import rollcall.presence.Roster;
import rollcall.store.KafkaRange;

/** Folds pings into a roster per minute and city, and rolls these up when they are handed out. */
final class PresenceFold implements Fold {

    /** A roster of a few drivers, rolled up and as rows, takes about 2 kB; all cores together get a quarter of the heap. */
    private static final long MOST_ROSTERS = Math.max(
            1_000, Runtime.getRuntime().maxMemory() / 4 / Runtime.getRuntime().availableProcessors() / 2_048);

    private final PingScanner scanner;
    private final Map<Long, Map<String, Roster>> minutes = new HashMap<>();
    private int rosters;
    private long newest = Long.MIN_VALUE;

    // Most pings are of the same minute as the one before.
    private long lastMinute = Long.MIN_VALUE;
    private Map<String, Roster> lastCities;

    PresenceFold(PresenceSettings settings) {
        this.scanner = new PingScanner(
                settings.maxAhead().toMillis(),
                settings.maxLate().map(Duration::toMillis).orElse(Long.MAX_VALUE));
    }

    @Override
    public String accept(ConsumerRecord<ByteBuffer, ByteBuffer> record) {
        Rejection rejection = RecordBytes.with(
                record.value(), (value, offset, length) -> scanner.scan(value, offset, length, record.timestamp()));
        if (rejection != null) {
            return rejection.reason();
        }
        long second = scanner.epochSecond();
        newest = Math.max(newest, second);
        roster(Level.MINUTE.floor(second), scanner.city()).add(scanner.driver(), scanner.available());
        return null;
    }

    private Roster roster(long minute, String city) {
        if (minute != lastMinute) {
            lastCities = minutes.computeIfAbsent(minute, start -> new HashMap<>());
            lastMinute = minute;
        }
        Roster roster = lastCities.get(city);
        if (roster == null) {
            roster = new Roster();
            lastCities.put(city, roster);
            rosters++;
        }
        return roster;
    }

    @Override
    public boolean isFull() {
        return rosters >= MOST_ROSTERS;
    }

    @Override
    public void drain(KafkaRange range, Output output) {
        Map<Bucket, Roster> rolledUp = new HashMap<>();
        minutes.forEach((start, cities) -> cities.forEach((city, roster) -> {
            Bucket minute = new Bucket(Level.MINUTE, start, city);
            for (Level level : Level.values()) {
                add(rolledUp, minute.in(level), roster);
                if (!minute.isOverall()) {
                    add(rolledUp, minute.in(level).overall(), roster);
                }
            }
        }));
        rolledUp.forEach((bucket, roster) -> {
            RosterPart part = new RosterPart(bucket, range, roster);
            output.row(part.key(), part.toBytes());
        });
        minutes.clear();
        rosters = 0;
        lastMinute = Long.MIN_VALUE;
    }

    private static void add(Map<Bucket, Roster> rosters, Bucket bucket, Roster roster) {
        rosters.computeIfAbsent(bucket, absent -> new Roster()).add(roster);
    }

    @Override
    public OptionalLong newestEventSecond() {
        return newest == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(newest);
    }
}
