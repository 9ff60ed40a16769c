package rollcall.stock;

import java.util.Map;
import java.util.TreeMap;

/** How far the reading of each partition has come, by arrival and by event time. Neither ever goes back. */
final class Clocks {

    /**
     * @param arrivedMillis the latest arrival, in epoch milliseconds
     * @param atMillis the latest event time, in epoch milliseconds
     */
    record Clock(long arrivedMillis, long atMillis) {

        static final Clock BEGIN = new Clock(Long.MIN_VALUE, Long.MIN_VALUE);
    }

    private final Map<Integer, Clock> byPartition = new TreeMap<>();

    Clock of(int partition) {
        return byPartition.getOrDefault(partition, Clock.BEGIN);
    }

    void set(int partition, Clock clock) {
        byPartition.put(partition, clock);
    }

    void writeTo(PackedWriter out) {
        out.unsigned(byPartition.size());
        byPartition.forEach((partition, clock) -> {
            out.unsigned(partition);
            out.signed(clock.arrivedMillis());
            out.signed(clock.atMillis());
        });
    }

    static Clocks readFrom(PackedReader in) {
        Clocks clocks = new Clocks();
        for (int count = in.count(); count > 0; count--) {
            clocks.set(in.count(), new Clock(in.signed(), in.signed()));
        }
        return clocks;
    }
}
