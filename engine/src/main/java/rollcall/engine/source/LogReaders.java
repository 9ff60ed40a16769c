package rollcall.engine.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * The readers that a process keeps between batches, so that what they fetched ahead is used. Tasks of one executor share
 * nothing but the process, so this has to be static.
 */
final class LogReaders {

    private static final long KEEP_NANOS = Duration.ofMinutes(2).toNanos();

    /** Each may have fetched ahead as much as a fetch may bring: together at most an eighth of the heap. */
    private static final long MOST_IDLE = Math.max(8, Runtime.getRuntime().maxMemory() / 8 / LogReader.FETCH_BYTES);

    /** Idle readers with the time since when, longest idle first. */
    private static final Map<LogReader, Long> IDLE = new LinkedHashMap<>();

    private LogReaders() {}

    /** A reader that is to read this slice, best one that is there already. To be given back, or closed. */
    static LogReader borrow(FoldSpec spec, Slice slice) {
        TopicPartition partition =
                new TopicPartition(spec.topic(), slice.range().partition());
        LogReader.Source source =
                new LogReader.Source(spec.kafka(), spec.group(), slice.range().log(), partition);
        LogReader reader = takeIdle(source, slice.from()).orElseGet(() -> new LogReader(source));
        reader.moveTo(slice.from());
        return reader;
    }

    static void giveBack(LogReader reader) {
        List<LogReader> stale;
        synchronized (IDLE) {
            IDLE.put(reader, System.nanoTime());
            stale = takeStale();
        }
        stale.forEach(LogReader::close);
    }

    /** Closes this process's idle readers of a topic. */
    static void closeIdle(FoldSpec spec) {
        List<LogReader> idle;
        synchronized (IDLE) {
            idle = IDLE.keySet().stream()
                    .filter(reader -> reader.source().kafka().equals(spec.kafka())
                            && reader.source().partition().topic().equals(spec.topic()))
                    .toList();
            idle.forEach(IDLE::remove);
        }
        idle.forEach(LogReader::close);
    }

    private static Optional<LogReader> takeIdle(LogReader.Source source, long from) {
        synchronized (IDLE) {
            List<LogReader> fitting = IDLE.keySet().stream()
                    .filter(reader -> reader.source().equals(source))
                    .toList();
            Optional<LogReader> chosen = fitting.stream()
                    .filter(reader -> reader.position() == from)
                    .findFirst()
                    .or(() -> fitting.stream().findFirst());
            chosen.ifPresent(IDLE::remove);
            return chosen;
        }
    }

    private static List<LogReader> takeStale() {
        List<LogReader> stale = new ArrayList<>();
        long tooMany = IDLE.size() - MOST_IDLE;
        for (Map.Entry<LogReader, Long> idle : IDLE.entrySet()) {
            if (stale.size() < tooMany || System.nanoTime() - idle.getValue() > KEEP_NANOS) {
                stale.add(idle.getKey());
            }
        }
        stale.forEach(IDLE::remove);
        return stale;
    }
}
