package rollcall.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** One source of records in a {@link Demonstration}: a simulator for the past, and one for what comes after it. */
record Act(Simulator past, Simulator present, Thread thread) {

    /** So that the charts have something to show at once. */
    private static final Duration HISTORY = Duration.ofHours(3);

    /** What was sent last should still reach the broker. */
    private static final long PATIENCE_MILLIS = 2_000;

    /**
     * Starts it in a thread of its own.
     *
     * @param newest event time of the newest record there is; one from before may have got ahead of the clock
     * @param opening told the simulated time when it goes live, in epoch milliseconds
     */
    static Act start(
            String name,
            Pace pace,
            Optional<Instant> newest,
            Function<Pace, Simulator> simulator,
            LongConsumer opening) {
        Instant clock = Instant.now();
        Instant now = newest.filter(clock::isBefore).orElse(clock);
        Instant begin = clock.minus(HISTORY);
        Instant from = newest.filter(begin::isBefore).orElse(begin);
        boolean followsClock = pace.feed().speed() == 1 && now.equals(clock);
        Pace live = followsClock ? pace : pace.startingAt(now);
        Simulator past = simulator.apply(pace.past(from, now));
        Simulator present = simulator.apply(live);
        Thread thread = new Thread(
                () -> {
                    past.run();
                    opening.accept(live.epochMilli(0));
                    present.run();
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return new Act(past, present, thread);
    }

    void stop() {
        past.stop();
        present.stop();
    }

    /** Waits until it has stopped, but not for long. */
    void await() {
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
