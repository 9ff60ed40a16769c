package rollcall.engine.source;

import java.util.ArrayList;
import java.util.List;
import rollcall.store.KafkaRange;

/** Makes a batch smaller. */
interface Cut {

    /** The ranges, or beginnings of them that together take at most so many offsets. */
    List<KafkaRange> apply(List<KafkaRange> ranges, long limit);

    /** Takes from each in proportion to its length. */
    static List<KafkaRange> inProportion(List<KafkaRange> ranges, long limit) {
        long total = length(ranges);
        if (total <= limit) {
            return ranges;
        }
        double share = (double) limit / total;
        return ranges.stream()
                .map(range -> range.until(range.from() + (long) Math.ceil(range.length() * share)))
                .toList();
    }

    /** Takes one range after the other, the last of them in part. */
    static List<KafkaRange> inTurn(List<KafkaRange> ranges, long limit) {
        List<KafkaRange> taken = new ArrayList<>();
        long left = limit;
        for (KafkaRange range : ranges) {
            long length = Math.min(left, range.length());
            taken.add(range.until(range.from() + length));
            left -= length;
        }
        return taken;
    }

    /** How many offsets the ranges take together. */
    static long length(List<KafkaRange> ranges) {
        return ranges.stream().mapToLong(KafkaRange::length).sum();
    }
}
