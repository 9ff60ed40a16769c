package rollcall.engine.source;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import rollcall.store.KafkaRange;

/** A piece of a batch's range that one task reads. */
record Slice(KafkaRange range, long from, long until) implements Serializable {

    /** A piece smaller than this share of a task's work is not worth a consumer of its own. */
    private static final double CRUMB = 0.2;

    /** Below this many offsets a task costs more than it saves. */
    private static final long SMALLEST_TASK = 2_000;

    /**
     * Deals ranges out to tasks so that all have about the same to read. A partition is cut where it is too long for
     * one task, for folding needs no order; partitions keep their order, so that from batch to batch a task reads the
     * same ones.
     */
    static List<List<Slice>> deal(List<KafkaRange> ranges, int tasks) {
        long total = ranges.stream().mapToLong(KafkaRange::length).sum();
        long useful = Math.max(1, Math.min(tasks, total / SMALLEST_TASK));
        long target = (total + useful - 1) / useful;
        List<List<Slice>> dealt = new ArrayList<>();
        List<Slice> hand = new ArrayList<>();
        long room = target;
        for (KafkaRange range : ranges) {
            long from = range.from();
            while (from < range.until()) {
                long left = range.until() - from;
                if (!hand.isEmpty() && Math.min(left, room) < target * CRUMB && left > room) {
                    dealt.add(hand);
                    hand = new ArrayList<>();
                    room = target;
                }
                long length = left - room <= target * CRUMB ? left : room;
                hand.add(new Slice(range, from, from + length));
                from += length;
                room -= length;
                if (room <= 0) {
                    dealt.add(hand);
                    hand = new ArrayList<>();
                    room = target;
                }
            }
        }
        if (!hand.isEmpty()) {
            dealt.add(hand);
        }
        return dealt;
    }
}
