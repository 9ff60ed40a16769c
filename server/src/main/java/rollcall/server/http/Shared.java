package rollcall.server.http;

import java.util.function.Supplier;

/**
 * An answer that many may ask for at once, as hundreds of open pages do when they are told that something has changed. Who
 * comes while it is made waits, and shares the next one with all who wait: no answer is older than its question.
 *
 * @param <T> the answer, which must not be changed
 */
public final class Shared<T> {

    private final Supplier<T> maker;
    private T latest;
    private long begunAt;

    public Shared(Supplier<T> maker) {
        this.maker = maker;
    }

    /** The answer, made after the call of this method. */
    public T get() {
        long askedAt = System.nanoTime();
        synchronized (this) {
            if (latest == null || begunAt - askedAt <= 0) {
                latest = null;
                begunAt = System.nanoTime();
                latest = maker.get();
            }
            return latest;
        }
    }
}
