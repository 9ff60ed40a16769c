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
     *
     * @param tasks how many tasks there may be at most
     */
    static List<List<Slice>> deal(List<KafkaRange> ranges, int tasks) {
        long undealt = ranges.stream().mapToLong(KafkaRange::length).sum();
        long hands = Math.max(1, Math.min(tasks, undealt / SMALLEST_TASK));
        List<List<Slice>> dealt = new ArrayList<>();
        List<Slice> hand = new ArrayList<>();
        long target = undealt / hands;
        long room = target;
        for (KafkaRange range : ranges) {
            long from = range.from();
            while (from < range.until()) {
                long left = range.until() - from;
                boolean isLast = dealt.size() == hands - 1;
                boolean wouldBeCrumb = !hand.isEmpty() && left > room && Math.min(left, room) < target * CRUMB;
                if (isLast || !wouldBeCrumb) {
                    long length = isLast || left - room <= target * CRUMB ? left : room;
                    hand.add(new Slice(range, from, from + length));
                    from += length;
                    room -= length;
                    undealt -= length;
                }
                if (!isLast && (room <= 0 || wouldBeCrumb)) {
                    dealt.add(hand);
                    hand = new ArrayList<>();
                    // What this hand took too little or too much of is shared by those to come.
                    target = undealt / (hands - dealt.size());
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
