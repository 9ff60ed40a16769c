package rollcall.app.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a process in order: what was opened last is closed first, also on SIGINT and SIGTERM.
 *
 * <p>The JVM runs its shutdown hooks side by side, so Spark would stop under our feet. Spark hangs its hooks into
 * Hadoop's {@link ShutdownHookManager}, which runs them one after another by priority; ours goes there too, before all.
 */
public final class Shutdown implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    /** Spark's is 40, file systems' 10. */
    private static final int PRIORITY = 1_000;

    private static final Duration LIMIT = Duration.ofSeconds(8);

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final Object closing = new Object();

    private final Duration limit;

    private Shutdown(Duration limit) {
        this.limit = limit;
    }

    /** A shutdown that SIGINT and SIGTERM set off. After 8 s of closing the process ends hard, with exit code 1. */
    public static Shutdown onSignals() {
        return onSignals(LIMIT);
    }

    static Shutdown onSignals(Duration limit) {
        Shutdown shutdown = new Shutdown(limit);
        // Hadoop would interrupt a hook at its own limit; ours must come first.
        ShutdownHookManager.get()
                .addShutdownHook(shutdown::closeInTime, PRIORITY, limit.toSeconds() * 2, TimeUnit.SECONDS);
        return shutdown;
    }

    /** Whether a signal is ending the process: what fails then fails because things are being closed. */
    static boolean underway() {
        return ShutdownHookManager.get().isShutdownInProgress();
    }

    /**
     * Has the resource closed at the end, before those that were given earlier.
     *
     * @throws IllegalStateException if the end has come already; the resource is closed then
     */
    public <T extends AutoCloseable> T owns(T resource) {
        if (!keep(resource)) {
            closeQuietly(resource);
            throw new IllegalStateException("the process is ending");
        }
        return resource;
    }

    /** Waits until a signal or {@link #close} asks for the end. */
    public void await() throws InterruptedException {
        asked.await();
    }

    /** Closes everything; returns when all is closed, whoever closes it. */
    @Override
    public void close() {
        askForEnd();
        synchronized (closing) {
            for (AutoCloseable resource = last(); resource != null; resource = last()) {
                closeQuietly(resource);
            }
        }
    }

    private void closeInTime() {
        Thread closer = new Thread(this::close, "shutdown");
        closer.setDaemon(true);
        closer.start();
        try {
            closer.join(limit.toMillis());
        } catch (InterruptedException e) {
            LOG.warn("interrupted while closing");
        }
        if (closer.isAlive()) {
            LOG.error(
                    "not closed within {} s: stopping hard; the next start goes on where this one was",
                    limit.toSeconds());
            Runtime.getRuntime().halt(1);
        }
    }

    private synchronized boolean keep(AutoCloseable resource) {
        if (asked.getCount() == 0) {
            return false;
        }
        resources.push(resource);
        return true;
    }

    private synchronized void askForEnd() {
        asked.countDown();
    }

    private synchronized AutoCloseable last() {
        return resources.poll();
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.warn("{} did not close: {}", resource, e.toString(), e);
        }
    }
}
