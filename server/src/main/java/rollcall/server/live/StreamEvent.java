package rollcall.server.live;

import java.nio.charset.StandardCharsets;

/** One server-sent event, as the bytes that every client gets (WHATWG HTML, 9.2.6). */
record StreamEvent(byte[] bytes) {

    /**
     * Tells a client how long to wait, in milliseconds, before it comes back once its connection is lost.
     *
     * @return bytes that no client takes for an event
     */
    static StreamEvent retry(long millis) {
        return new StreamEvent(("retry: " + millis + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param id what a client that comes back names as the last it got; null: it keeps the one before
     * @param json of one line
     */
    static StreamEvent of(String id, String name, String json) {
        String event = (id == null ? "" : "id: " + id + "\n") + "event: " + name + "\ndata: " + json + "\n\n";
        return new StreamEvent(event.getBytes(StandardCharsets.UTF_8));
    }
}
