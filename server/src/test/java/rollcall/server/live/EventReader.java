package rollcall.server.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rollcall.server.ServerUnderTest;

/** A client of the stream. */
final class EventReader implements AutoCloseable {

    record Event(String id, String name, JsonNode data) {}

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final ObjectMapper json = new ObjectMapper();
    private final Stream<String> lines;

    EventReader(ServerUnderTest server, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/api/stream"));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            lines = server.client()
                    .send(request.build(), BodyHandlers.ofLines())
                    .body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        Thread reading = new Thread(this::read, "events");
        reading.setDaemon(true);
        reading.start();
    }

    /** The next event of a name, passing over others. */
    Event next(String name) {
        return next(event -> event.name().equals(name));
    }

    /** The next event that fits, passing over others. */
    Event next(Predicate<Event> fits) {
        List<Event> passed = new ArrayList<>();
        try {
            Event event = events.poll(15, TimeUnit.SECONDS);
            while (event != null && !fits.test(event)) {
                passed.add(event);
                event = events.poll(15, TimeUnit.SECONDS);
            }
            if (event == null) {
                throw new AssertionError("No such event came, only " + passed);
            }
            return event;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void read() {
        List<String> event = new ArrayList<>();
        try {
            lines.forEach(line -> {
                if (line.isEmpty()) {
                    if (field(event, "data") != null) {
                        events.add(event(event));
                    }
                    event.clear();
                } else {
                    event.add(line);
                }
            });
        } catch (UncheckedIOException closed) {
            event.clear(); // the stream has ended, by one side or the other
        }
    }

    private Event event(List<String> fields) {
        try {
            return new Event(field(fields, "id"), field(fields, "event"), json.readTree(field(fields, "data")));
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private static String field(List<String> fields, String name) {
        return fields.stream()
                .filter(field -> field.startsWith(name + ": "))
                .map(field -> field.substring(name.length() + 2))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        lines.close();
    }
}
