package rollcall.engine.source;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import rollcall.config.KafkaSettings;

/**
 * Keeps one client for each topic that a process reads: tasks share nothing but the process, so holders of this are
 * static. Each job reads a topic of its own, and so can close its clients without taking them from another job.
 */
final class Clients<C extends AutoCloseable> {

    private record Use(KafkaSettings kafka, String topic) {}

    private final Map<Use, C> open = new ConcurrentHashMap<>();

    C of(FoldSpec spec, Supplier<C> opener) {
        return open.computeIfAbsent(new Use(spec.kafka(), spec.topic()), use -> opener.get());
    }

    /** Closes the client that there may be; the next use opens a new one. */
    void close(FoldSpec spec) {
        C client = open.remove(new Use(spec.kafka(), spec.topic()));
        if (client != null) {
            try {
                client.close();
            } catch (Exception failure) {
                throw new IllegalStateException("A client of topic " + spec.topic() + " could not be closed", failure);
            }
        }
    }
}
