package rollcall.server.live;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * One client of the stream. Writes never block: what its connection does not take now waits here, and a client for whom
 * too much waits is dropped; it can come back with its last event's id.
 */
final class StreamClient implements WriteListener, AsyncListener {

    private static final int MOST_BYTES_WAITING = 1 << 20;

    private final ServletOutputStream out;
    private final String lastEventId;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private int bytesWaiting;
    private boolean begun;
    private boolean unflushed;

    /** @param lastEventId what it got last before it lost its connection; null if it is new */
    StreamClient(ServletOutputStream out, String lastEventId) {
        this.out = out;
        this.lastEventId = lastEventId;
    }

    String lastEventId() {
        return lastEventId;
    }

    /** Done when the client has gone or was dropped. */
    CompletableFuture<Void> gone() {
        return gone;
    }

    /** @return false if the client has gone or is too slow */
    boolean send(StreamEvent event) {
        try {
            return !gone.isDone() && offer(event.bytes());
        } catch (IOException | RuntimeException lost) { // a stream that has ended throws either
            return false;
        }
    }

    void close() {
        gone.complete(null);
    }

    private synchronized boolean offer(byte[] bytes) throws IOException {
        if (bytesWaiting + bytes.length > MOST_BYTES_WAITING) {
            return false;
        }
        waiting.add(bytes);
        bytesWaiting += bytes.length;
        if (begun) {
            drain();
        }
        return true;
    }

    @Override
    public synchronized void onWritePossible() throws IOException {
        begun = true;
        drain();
    }

    /** The stream must be asked whether it is ready before every write and flush; if not, it calls back when it is. */
    private void drain() throws IOException {
        while (out.isReady()) {
            byte[] next = waiting.poll();
            if (next != null) {
                bytesWaiting -= next.length;
                out.write(next);
                unflushed = true;
            } else if (unflushed) {
                unflushed = false;
                out.flush();
            } else {
                return;
            }
        }
    }

    @Override
    public void onError(Throwable lost) {
        close();
    }

    @Override
    public void onError(AsyncEvent lost) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent idle) {
        close();
    }

    @Override
    public void onComplete(AsyncEvent ended) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent again) {}
}
