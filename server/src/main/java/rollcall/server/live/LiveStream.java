package rollcall.server.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads from the database what has changed and tells all clients. Everything here happens on one thread, so that a client
 * that joins gets the state as of one moment and every change after it. While nobody listens, nothing is read.
 */
public final class LiveStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final Duration PACE = Duration.ofMillis(250);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final Duration STALLS = Duration.ofSeconds(5);

    /** Clients come back after so long; each after another while, for a server that starts again has lost all at once. */
    private static final Duration SOONEST_RETRY = Duration.ofMillis(500);

    private static final Duration LATEST_RETRY = Duration.ofMillis(1_500);

    private static final Duration END = Duration.ofSeconds(2);

    /** How long a lone client may be away and still find the events it missed. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sessions sessions;
    private final StallWatch pings;
    private final StallWatch tickets;
    private final InstantSource clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "rollcall-live"));

    private final List<StreamClient> joining = new ArrayList<>();
    private final List<StreamClient> clients = new ArrayList<>();
    private final AtomicInteger listening;
    private final Counter dropped;
    private Session session;
    private Instant lastListened = Instant.MIN;
    private boolean healthy = true;

    public LiveStream(
            Sessions sessions, StallWatch pings, StallWatch tickets, InstantSource clock, MeterRegistry metrics) {
        this.sessions = sessions;
        this.pings = pings;
        this.tickets = tickets;
        this.clock = clock;
        this.listening = metrics.gauge("rollcall.stream.clients", new AtomicInteger());
        this.dropped = metrics.counter("rollcall.stream.dropped");
    }

    /** Begins to look for changes, about four times a second. */
    public void start() {
        every(PACE, this::look);
        every(HEARTBEAT, this::heartbeat);
        every(STALLS, this::lookForStalls);
    }

    /** Tells a client everything from now on. */
    void join(StreamClient client) {
        try {
            thread.execute(() -> {
                joining.add(client);
                look();
            });
        } catch (RejectedExecutionException closed) {
            client.close();
        }
    }

    private void look() {
        clients.removeIf(client -> client.gone().isDone());
        joining.removeIf(client -> client.gone().isDone());
        listening.set(clients.size() + joining.size());
        if (listening.get() > 0) {
            lastListened = clock.instant();
        } else if (lastListened.plus(PATIENCE).isBefore(clock.instant())) {
            session = null;
            return;
        }
        try {
            if (session == null) {
                session = sessions.begin();
            }
            session.look(clock.instant()).forEach(this::tellAll);
            welcomeJoining();
            recovered();
        } catch (RuntimeException failure) {
            failed(failure);
        }
    }

    private void welcomeJoining() {
        for (StreamClient client : joining) {
            tell(
                    client,
                    StreamEvent.retry(
                            ThreadLocalRandom.current().nextLong(SOONEST_RETRY.toMillis(), LATEST_RETRY.toMillis())));
            session.welcome(client.lastEventId(), clock.instant()).forEach(event -> tell(client, event));
        }
        clients.addAll(joining);
        joining.clear();
    }

    /** Whether anybody listens or not. */
    private void lookForStalls() {
        try {
            pings.look(clock.instant());
            tickets.look(clock.instant());
        } catch (RuntimeException failure) {
            LOG.debug("Can't see whether pings and tickets come", failure);
        }
    }

    private void recovered() {
        if (!healthy) {
            LOG.info("The live stream reads the database again");
        }
        healthy = true;
    }

    private void failed(RuntimeException failure) {
        if (healthy) {
            LOG.warn("The live stream can't read the database; it goes on trying", failure);
        }
        healthy = false;
        session = null;
        joining.addAll(clients);
        clients.clear();
    }

    private void heartbeat() {
        Instant now = clock.instant();
        StreamEvent heartbeat =
                session == null ? sessions.troubledHeartbeat(now) : session.heartbeat(now, pings.quiet(now));
        tellAll(heartbeat);
        joining.forEach(client -> tell(client, heartbeat));
    }

    private void tellAll(StreamEvent event) {
        clients.forEach(client -> tell(client, event));
    }

    private void tell(StreamClient client, StreamEvent event) {
        if (!client.send(event) && !client.gone().isDone()) {
            dropped.increment();
            client.close();
        }
    }

    private void every(Duration pace, Runnable task) {
        thread.scheduleWithFixedDelay(task, pace.toMillis(), pace.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends all clients' streams, and takes no more. */
    @Override
    public void close() {
        if (!thread.isShutdown()) {
            thread.execute(() -> {
                joining.forEach(StreamClient::close);
                clients.forEach(StreamClient::close);
            });
            thread.shutdown();
            awaitEnd();
        }
    }

    /** The HTTP server must not stop while streams are being ended. */
    private void awaitEnd() {
        try {
            if (!thread.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The live stream is still busy with the database; stopping nevertheless");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
