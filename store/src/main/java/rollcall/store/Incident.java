package rollcall.store;

import java.time.Instant;

/**
 * Something that went wrong and that people should know of.
 *
 * @param kind {@code data-lost}, {@code topic-recreated}, {@code log-truncated} or {@code restart}
 * @param log which log the offsets are of, see {@link KafkaRange#log}
 * @param from first offset concerned
 * @param to the offset after the last
 * @param count how many offsets that is
 * @param when when it was noticed
 * @param detail what happened and what it means, in a sentence or two
 */
public record Incident(
        String kind,
        String topic,
        String log,
        int partition,
        long from,
        long to,
        long count,
        Instant when,
        String detail) {

    public static final String DATA_LOST = "data-lost";
    public static final String TOPIC_RECREATED = "topic-recreated";
    public static final String LOG_TRUNCATED = "log-truncated";
    public static final String RESTART = "restart";

    /** An incident that concerns a range of offsets, noticed now. */
    public static Incident now(String kind, KafkaRange range, String detail) {
        return new Incident(
                kind,
                range.topic(),
                range.log(),
                range.partition(),
                range.from(),
                range.until(),
                range.length(),
                Instant.now(),
                detail);
    }
}
