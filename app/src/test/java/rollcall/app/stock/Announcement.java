package rollcall.app.stock;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record of the topic of notifications, as far as an episode determines it. */
record Announcement(String key, String value, String alertId, String kind, String raisedAt, String level) {

    /** How an episode must be announced. */
    static Announcement of(Episode episode) {
        String shelf = episode.id().substring(0, episode.id().lastIndexOf('|'));
        return new Announcement(
                shelf,
                shelf.replace("|", ", "),
                episode.id(),
                episode.kind(),
                episode.raisedAt().toString(),
                Long.toString(episode.level()));
    }

    static Announcement of(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = headers(record);
        return new Announcement(
                text(record.key()),
                text(record.value()),
                headers.get("alert-id"),
                headers.get("kind"),
                headers.get("raised-at"),
                headers.get("level"));
    }

    static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), text(header.value()));
        }
        return headers;
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
