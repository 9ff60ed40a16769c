package rollcall.store;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Something that went wrong and that people should know of.
 *
 * @param kind {@code data-lost}, {@code topic-recreated}, {@code log-truncated}, {@code restart} or {@code stall}
 * @param log which log the offsets are of, see {@link KafkaRange#log}
 * @param partition {@link #NO_PARTITION} if it concerns the whole topic
 * @param from first offset concerned
 * @param to the offset after the last
 * @param count how many offsets that is
 * @param when when it was noticed
 * @param detail what happened and what it means, in a sentence or two
 * @param ongoing whether it goes on; most are over when they are noticed
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
        String detail,
        boolean ongoing)
        implements Serializable {

    public static final String DATA_LOST = "data-lost";
    public static final String TOPIC_RECREATED = "topic-recreated";
    public static final String LOG_TRUNCATED = "log-truncated";
    public static final String RESTART = "restart";
    public static final String STALL = "stall";

    public static final int NO_PARTITION = -1;

    /** An incident that is over. */
    public Incident(
            String kind,
            String topic,
            String log,
            int partition,
            long from,
            long to,
            long count,
            Instant when,
            String detail) {
        this(kind, topic, log, partition, from, to, count, when, detail, false);
    }

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

    /** The same incidents, with those made one that concern adjacent offsets: several readers may come upon one gap. */
    public static List<Incident> joined(Collection<Incident> incidents) {
        List<Incident> joined = new ArrayList<>();
        incidents.stream()
                .sorted(Comparator.comparing(Incident::kind)
                        .thenComparing(Incident::log)
                        .thenComparing(Incident::partition)
                        .thenComparing(Incident::from))
                .forEach(next -> {
                    Incident last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
                    if (last != null && last.isFollowedBy(next)) {
                        joined.set(joined.size() - 1, last.until(next.to));
                    } else {
                        joined.add(next);
                    }
                });
        return joined;
    }

    private boolean isFollowedBy(Incident next) {
        return kind.equals(next.kind) && log.equals(next.log) && partition == next.partition && to == next.from;
    }

    private Incident until(long end) {
        return new Incident(kind, topic, log, partition, from, end, end - from, when, detail);
    }
}
