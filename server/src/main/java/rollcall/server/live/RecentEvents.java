package rollcall.server.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last events of a stream, so that a client that lost its connection gets what it missed. Ids look like
 * {@code k3f9-17}: the stream's own mark and the event's number, so that those of another server or run don't fit.
 */
final class RecentEvents {

    private record Numbered(long number, StreamEvent event) {}

    private final String mark;
    private final int capacity;
    private final Deque<Numbered> events = new ArrayDeque<>();
    private long newest;

    RecentEvents(String mark, int capacity) {
        this.mark = mark;
        this.capacity = capacity;
    }

    /** Numbers an event and keeps it, dropping the oldest if there are too many. */
    StreamEvent add(String name, String json) {
        newest++;
        StreamEvent event = StreamEvent.of(newestId(), name, json);
        events.addLast(new Numbered(newest, event));
        if (events.size() > capacity) {
            events.removeFirst();
        }
        return event;
    }

    /** The id of the newest event; of a stream that has had none, one that comes before the first. */
    String newestId() {
        return mark + "-" + newest;
    }

    /** What came after the event of this id; nothing if the id is not of this stream, or too old. */
    Optional<List<StreamEvent>> after(String id) {
        Optional<Long> last = number(id);
        if (last.isEmpty() || last.get() > newest || last.get() < newest - events.size()) {
            return Optional.empty();
        }
        Stream<Numbered> missed = events.stream().filter(event -> event.number() > last.get());
        return Optional.of(missed.map(Numbered::event).toList());
    }

    private Optional<Long> number(String id) {
        if (id == null || !id.matches("\\Q" + mark + "\\E-\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(id.substring(mark.length() + 1)));
    }
}
