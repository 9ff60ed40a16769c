package rollcall.stock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Function;
import rollcall.geo.Place;

/**
 * The readings of a product in one order, the same however they were read: a partition's in the order of their offsets;
 * those of several partitions by arrival, then event time, neither of which goes back within a partition.
 */
final class Readings {

    /** Takes the readings, in order. */
    interface Taker {
        void take(Shelf shelf, Reading reading);
    }

    private Readings() {}

    /**
     * Hands out all readings in order.
     *
     * @param logs what {@link ReadingLog#toBytes} gave, in any order
     * @param clocks how far the partitions had been read before; moved on
     * @param shelves finds the shelf of a store; asked once for each log and store
     */
    static void inOrder(List<byte[]> logs, Clocks clocks, Function<Place, Shelf> shelves, Taker taker) {
        Map<Integer, List<Log>> byPartition = new TreeMap<>();
        for (byte[] bytes : logs) {
            Log log = new Log(bytes, shelves);
            byPartition
                    .computeIfAbsent(log.partition, partition -> new ArrayList<>())
                    .add(log);
        }
        PriorityQueue<Stream> streams = new PriorityQueue<>();
        byPartition.forEach((partition, parts) -> {
            parts.sort(Comparator.comparingLong(log -> log.next.offset()));
            streams.add(new Stream(partition, parts, clocks.of(partition)));
        });
        while (!streams.isEmpty()) {
            Stream first = streams.remove();
            Stream second = streams.peek();
            do {
                first.handTo(taker);
            } while (first.hasNext() && (second == null || first.compareTo(second) <= 0));
            if (first.hasNext()) {
                streams.add(first);
            } else {
                clocks.set(first.partition, new Clocks.Clock(first.arrivedMillis, first.atMillis));
            }
        }
    }

    /** One partition's readings; comes before another by the clocks of its next one. */
    private static final class Stream implements Comparable<Stream> {
        private final int partition;
        private final List<Log> logs;
        private int current;
        private long arrivedMillis;
        private long atMillis;

        Stream(int partition, List<Log> logs, Clocks.Clock clock) {
            this.partition = partition;
            this.logs = logs;
            this.arrivedMillis = clock.arrivedMillis();
            this.atMillis = clock.atMillis();
            moveClocks();
        }

        boolean hasNext() {
            return current < logs.size();
        }

        void handTo(Taker taker) {
            Log log = logs.get(current);
            taker.take(log.shelf, log.next);
            if (!log.advance()) {
                current++;
            }
            if (hasNext()) {
                moveClocks();
            }
        }

        private void moveClocks() {
            Reading next = logs.get(current).next;
            arrivedMillis = Math.max(arrivedMillis, next.arrivedMillis());
            atMillis = Math.max(atMillis, next.atMillis());
        }

        @Override
        public int compareTo(Stream other) {
            int byArrival = Long.compare(arrivedMillis, other.arrivedMillis);
            int byEventTime = Long.compare(atMillis, other.atMillis);
            return byArrival != 0
                    ? byArrival
                    : byEventTime != 0 ? byEventTime : Integer.compare(partition, other.partition);
        }
    }

    /** Unpacks a {@link ReadingLog}; there is none without a reading. */
    private static final class Log {
        private final PackedReader in;
        private final int partition;
        private Shelf[] shelves = {};
        private Shelf shelf;
        private Reading next;
        private long offset;
        private long arrived;
        private long delay;

        Log(byte[] bytes, Function<Place, Shelf> byStore) {
            in = new PackedReader(bytes);
            Formats.require(ReadingLog.FORMAT, in, "readings");
            partition = in.count();
            for (int stores = in.count(); stores > 0; stores--) {
                int number = in.count();
                if (number >= shelves.length) {
                    shelves = Arrays.copyOf(shelves, Math.max(number + 1, 2 * shelves.length));
                }
                shelves[number] = byStore.apply(new Place(in.text(), in.text()));
            }
            advance();
        }

        boolean advance() {
            if (in.isAtEnd()) {
                return false;
            }
            shelf = shelves[in.count()];
            offset += in.unsigned();
            arrived += in.signed();
            delay += in.signed();
            next = new Reading(arrived, arrived + delay, partition, offset, in.signed(), in.unsigned());
            return true;
        }
    }
}
