package rollcall.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import rollcall.store.Frontier;
import rollcall.store.Incidents;
import rollcall.store.Ledger;
import rollcall.store.Stall;

/**
 * Notices when the records of a topic, which had been coming, come no more, and keeps an incident of it. What matters is
 * when they are counted by our clock, not what event times they have: history may be read again.
 */
public final class StallWatch {

    /** Records that came for so long, never this far apart, are expected to go on. Where few come, pauses mean nothing. */
    private static final Duration STEADY = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** What clients are told of: three times the longest pause. */
    private static final Duration QUIET = Duration.ofSeconds(90);

    /** What is kept: longer than a restart of the job takes. */
    private static final Duration STALL = Duration.ofMinutes(2);

    private final String what;
    private final String topic;
    private final Ledger ledger;
    private final Incidents incidents;
    private Map<Integer, Long> offsets;
    private Instant countedAt;
    private Instant steadySince;
    private Instant movedAt;
    private boolean isStalled;

    /** @param what what the records are, such as "pings" */
    public StallWatch(String what, String topic, Ledger ledger, Incidents incidents) {
        this.what = what;
        this.topic = topic;
        this.ledger = ledger;
        this.incidents = incidents;
    }

    /** To be called every few seconds. */
    void look(Instant now) {
        Frontier frontier = ledger.frontier(topic);
        boolean isFirst = offsets == null;
        boolean hasMoved = !isFirst && !frontier.offsets().equals(offsets);
        boolean wasQuiet = movedAt == null || !now.isBefore(movedAt.plus(QUIET));
        offsets = frontier.offsets();
        countedAt = frontier.updatedAt();
        if (countedAt != null && (isFirst || hasMoved && wasQuiet)) {
            incidents.endStalls(topic, counted(), countedAt); // another server may have begun it
        }
        if (hasMoved) {
            steadySince = movedAt == null || now.isAfter(movedAt.plus(PAUSE)) ? now : steadySince;
            movedAt = now;
            isStalled = false;
        } else if (!isStalled
                && silence(now).filter(silence -> silence.compareTo(STALL) >= 0).isPresent()) {
            incidents.begin(new Stall(what, topic, counted(), countedAt), now);
            isStalled = true;
        }
    }

    /** How long no record has come, though they had been coming; nothing while that is not long. */
    Optional<Duration> quiet(Instant now) {
        return silence(now).filter(silence -> silence.compareTo(QUIET) >= 0);
    }

    private Optional<Duration> silence(Instant now) {
        boolean wereComing = movedAt != null && !movedAt.isBefore(steadySince.plus(STEADY));
        return wereComing ? Optional.of(Duration.between(movedAt, now)) : Optional.empty();
    }

    private long counted() {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
