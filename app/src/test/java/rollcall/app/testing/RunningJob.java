package rollcall.app.testing;

import java.util.Optional;
import rollcall.engine.TopicJob;

/** A job that runs until it is closed. */
public final class RunningJob implements AutoCloseable {

    private final TopicJob job;
    private final Thread thread;
    private volatile RuntimeException failure;

    RunningJob(TopicJob job) {
        this.job = job;
        thread = new Thread(this::run, "job");
        thread.start();
    }

    private void run() {
        try {
            job.run();
        } catch (RuntimeException ended) {
            failure = ended;
        }
    }

    /** What the job ended with, once it has ended by itself. */
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        job.stop();
        Waiting.await().until(() -> !thread.isAlive());
    }
}
