package rollcall.stock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Consumer;
import rollcall.geo.Place;

/**
 * The readings of a product in one order, the same however they were read: a partition's in the order of their offsets;
 * those of several partitions by arrival, then event time, neither of which goes back within a partition.
 */
final class Readings {

    /** By where its next reading stands. */
    private static final Comparator<Stream> ORDER = Comparator.comparingLong(
                    (Stream stream) -> stream.clock.arrivedMillis())
            .thenComparingLong(stream -> stream.clock.atMillis())
            .thenComparingInt(stream -> stream.partition);

    private Readings() {}

    /**
     * Hands out all readings in order.
     *
     * @param logs what {@link ReadingLog#toBytes} gave, in any order
     * @param clocks how far the partitions had been read before; moved on
     */
    static void inOrder(List<byte[]> logs, Clocks clocks, Consumer<Reading> taker) {
        Map<Integer, List<Log>> byPartition = new TreeMap<>();
        for (byte[] bytes : logs) {
            Log log = new Log(bytes);
            byPartition
                    .computeIfAbsent(log.partition, partition -> new ArrayList<>())
                    .add(log);
        }
        PriorityQueue<Stream> streams = new PriorityQueue<>(ORDER);
        byPartition.forEach((partition, parts) -> {
            parts.sort(Comparator.comparingLong(log -> log.next.offset()));
            streams.add(new Stream(partition, parts, clocks));
        });
        while (!streams.isEmpty()) {
            Stream first = streams.remove();
            Stream second = streams.peek();
            do {
                taker.accept(first.take());
            } while (first.hasNext() && (second == null || ORDER.compare(first, second) <= 0));
            if (first.hasNext()) {
                streams.add(first);
            } else {
                clocks.set(first.partition, first.clock);
            }
        }
    }

    /** One partition's readings. */
    private static final class Stream {
        private final int partition;
        private final List<Log> logs;
        private int current;
        private Clocks.Clock clock;

        Stream(int partition, List<Log> logs, Clocks clocks) {
            this.partition = partition;
            this.logs = logs;
            this.clock = clocks.of(partition).after(logs.get(0).next);
        }

        boolean hasNext() {
            return current < logs.size();
        }

        Reading take() {
            Log log = logs.get(current);
            Reading taken = log.next;
            if (!log.advance()) {
                current++;
            }
            if (hasNext()) {
                clock = clock.after(logs.get(current).next);
            }
            return taken;
        }
    }

    /** Unpacks a {@link ReadingLog}; there is none without a reading. */
    private static final class Log {
        private final PackedReader in;
        private final int partition;
        private final List<Place> stores = new ArrayList<>();
        private Reading next;
        private long offset;
        private long arrived;
        private long at;

        Log(byte[] bytes) {
            in = new PackedReader(bytes);
            Formats.require(ReadingLog.FORMAT, in, "readings");
            partition = in.count();
            advance();
        }

        boolean advance() {
            if (in.isAtEnd()) {
                return false;
            }
            offset += in.unsigned();
            arrived += in.signed();
            at += in.signed();
            next = new Reading(store(), arrived, at, partition, offset, in.signed(), in.unsigned());
            return true;
        }

        private Place store() {
            int known = in.count();
            if (known > 0) {
                return stores.get(known - 1);
            }
            Place store = new Place(in.text(), in.text());
            stores.add(store);
            return store;
        }
    }
}
