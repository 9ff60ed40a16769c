package rollcall.config;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/**
 * How pings are counted.
 *
 * @param maxAhead how far a ping's event time may lie ahead of its record's Kafka timestamp
 * @param maxLateOrNull how far it may lie behind; null: no limit, so that history can be replayed
 * @param maxRecordsPerBatch how many records one batch takes at most, over all partitions
 * @param ranges how many tasks read a batch; 0: as many as the engine has cores
 * @param trigger the least time between the starts of two batches; zero: one after another
 */
public record PresenceSettings(
        Duration maxAhead, Duration maxLateOrNull, long maxRecordsPerBatch, int ranges, Duration trigger)
        implements Serializable {

    public Optional<Duration> maxLate() {
        return Optional.ofNullable(maxLateOrNull);
    }
}
