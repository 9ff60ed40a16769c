package rollcall.engine.source;

import java.util.List;
import java.util.Map;
import rollcall.store.KafkaRange;

/**
 * Cuts all partitions at one moment: takes what arrived before it. So a batch never has records of one partition that
 * came after those that another partition leaves for the next batch, and what is in order of arrival within batches is
 * so altogether.
 */
final class ArrivalCut implements Cut {

    /** A batch may be that much smaller than it might be: each step of the search asks the brokers. */
    private static final double GOOD_ENOUGH = 0.5;

    private final TopicLogs logs;
    private long lastMoment = -1;

    ArrivalCut(TopicLogs logs) {
        this.logs = logs;
    }

    @Override
    public List<KafkaRange> apply(List<KafkaRange> ranges, long limit) {
        if (Cut.length(ranges) <= limit) {
            return ranges;
        }
        long tooEarly = lastMoment;
        long tooLate = logs.latestArrival(partitions(ranges)) + 1;
        List<KafkaRange> best = null;
        while (tooLate - tooEarly > 1) {
            long moment = tooEarly + (tooLate - tooEarly) / 2;
            List<KafkaRange> cut = before(moment, ranges);
            long length = Cut.length(cut);
            if (length > limit) {
                tooLate = moment;
                continue;
            }
            tooEarly = moment;
            if (length > 0) {
                best = cut;
                lastMoment = moment;
            }
            if (length >= limit * GOOD_ENOUGH) {
                break;
            }
        }
        // Too many records of one moment: of these, partition by partition, as they are taken in.
        return best != null ? best : Cut.inTurn(before(tooLate, ranges), limit);
    }

    private List<KafkaRange> before(long moment, List<KafkaRange> ranges) {
        Map<Integer, Long> firstAfter = logs.firstArrivedAt(partitions(ranges), moment);
        return ranges.stream()
                .map(range -> {
                    long end = firstAfter.getOrDefault(range.partition(), range.until());
                    return range.until(Math.max(range.from(), Math.min(range.until(), end)));
                })
                .toList();
    }

    private static List<Integer> partitions(List<KafkaRange> ranges) {
        return ranges.stream().map(KafkaRange::partition).toList();
    }
}
