package rollcall.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rollcall.store.SupersededException;

/** Keeps a job's query running: starts it, starts it again after a failure, ends it between two batches. */
public final class JobRuns {

    private static final Logger LOG = LoggerFactory.getLogger(JobRuns.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Ctrl-C promises an end within 10 s, for all there is to end. */
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(4);

    /** Starts a query. */
    public interface Start {
        StreamingQuery query() throws TimeoutException;
    }

    private final String job;
    private final SparkContext engine;
    private final ReentrantLock batch = new ReentrantLock();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile StreamingQuery query;

    /** @param job its name, for messages */
    public JobRuns(String job, SparkContext engine) {
        this.job = job;
        this.engine = engine;
    }

    /**
     * Runs a query to its end.
     *
     * @throws SupersededException if another job takes the topic over
     * @throws JobFailedException if it fails otherwise
     */
    public void once(Start start) {
        try {
            run(start);
        } catch (StreamingQueryException | TimeoutException failure) {
            throw superseded(failure)
                    .<RuntimeException>map(e -> e)
                    .orElseGet(() -> new JobFailedException(job, failure));
        }
    }

    /**
     * Runs a query until {@link #stop}; after a failure, again.
     *
     * @throws SupersededException if another job takes the topic over
     * @throws JobFailedException if the engine itself has ended, which no new query can mend
     */
    public void untilStopped(Start start) {
        Duration pause = FIRST_PAUSE;
        while (stopped.getCount() > 0) {
            long begin = System.nanoTime();
            try {
                run(start);
            } catch (StreamingQueryException | TimeoutException | RuntimeException failure) {
                if (stopped.getCount() == 0) {
                    return;
                }
                superseded(failure).ifPresent(end -> {
                    throw end;
                });
                if (engine.isStopped()) {
                    throw new JobFailedException(job, failure);
                }
                if (System.nanoTime() - begin > LONGEST_PAUSE.toNanos()) {
                    pause = FIRST_PAUSE;
                }
                LOG.error(
                        "The {} job failed and goes on in {} s: {}",
                        job,
                        pause.toSeconds(),
                        JobFailedException.rootMessage(failure));
                LOG.debug("The failure in full", failure);
                await(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private void run(Start start) throws StreamingQueryException, TimeoutException {
        query = start.query();
        if (stopped.getCount() == 0) {
            query.stop(); // stop() may have come before there was a query
        }
        query.awaitTermination();
    }

    /** Does the work of one batch; {@link #stop} waits for it. */
    public void batch(Runnable work) throws InterruptedException {
        batch.lockInterruptibly();
        try {
            work.run();
        } finally {
            batch.unlock();
        }
    }

    /** Ends the query after the batch at hand, or in the midst of it if it takes too long: no harm but a replay. */
    public void stop() {
        stopped.countDown();
        boolean idle = false;
        try {
            idle = batch.tryLock(PATIENCE_AT_STOP.toMillis(), TimeUnit.MILLISECONDS);
            if (query != null) {
                query.stop();
            }
        } catch (TimeoutException tooLong) {
            LOG.warn("The {} job did not end in time; what it was writing is written again at the next start", job);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            if (idle) {
                batch.unlock();
            }
        }
    }

    private void await(Duration pause) {
        try {
            stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    private static Optional<SupersededException> superseded(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SupersededException superseded) {
                return Optional.of(superseded);
            }
        }
        return Optional.empty();
    }
}
