package rollcall.bench;

import java.util.concurrent.Flow;

/** A client of {@code /api/stream} that counts what it gets. Events are numbered one by one, so it sees what it missed. */
final class StreamListener implements Flow.Subscriber<String> {

    private static final String ID = "id: ";
    private static final String UPDATE = "event: presence";

    private volatile long updates;
    private volatile long newest = -1;
    private volatile long missed;
    private volatile boolean hasEnded;

    /** How many updates of presence it got. */
    long updates() {
        return updates;
    }

    /** The number of the newest event it got; -1 before the first. */
    long newest() {
        return newest;
    }

    /** How many events it did not get, among those after its first. */
    long missed() {
        return missed;
    }

    /** Whether its stream has ended, which it should not. */
    boolean hasEnded() {
        return hasEnded;
    }

    @Override
    public void onSubscribe(Flow.Subscription stream) {
        stream.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith(ID)) {
            long number = Long.parseLong(line.substring(line.lastIndexOf('-') + 1));
            missed += newest < 0 ? 0 : Math.max(0, number - newest - 1);
            newest = number;
        } else if (line.equals(UPDATE)) {
            updates++;
        }
    }

    @Override
    public void onError(Throwable lost) {
        hasEnded = true;
    }

    @Override
    public void onComplete() {
        hasEnded = true;
    }
}
