package rollcall.engine.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import rollcall.stock.Alert;
import rollcall.stock.Assessment;
import rollcall.stock.Redirect;
import rollcall.stock.ShelfId;

/**
 * How an alert is announced: {@code City, State, Product Number}, and in headers what else there is to know.
 *
 * @param separator stands between the fields
 */
record Notification(String topic, String separator) {

    ProducerRecord<byte[], byte[]> of(Alert alert) {
        String value = Stream.of(alert.store().city(), alert.store().state(), alert.product())
                .map(this::field)
                .collect(Collectors.joining(separator));
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, utf8(ShelfId.of(alert.store(), alert.product())), utf8(value));
        Assessment raised = alert.raised();
        Headers headers = record.headers();
        add(headers, "alert-id", alert.id());
        add(headers, "kind", raised.kind().text());
        add(headers, "raised-at", Instant.ofEpochMilli(raised.atMillis()).toString());
        add(headers, "level", Long.toString(raised.level()));
        add(headers, "reorder-point", rounded(raised.reorderPoint(), 1));
        add(headers, "demand-per-hour", rounded(raised.demandPerHour(), 2));
        raised.minutesLeft().ifPresent(minutes -> add(headers, "minutes-left", rounded(minutes, 0)));
        alert.redirects().stream().findFirst().ifPresent(redirect -> addRedirect(headers, redirect));
        return record;
    }

    private static void addRedirect(Headers headers, Redirect redirect) {
        add(headers, "redirect-city", redirect.donor().city());
        add(headers, "redirect-state", redirect.donor().state());
        add(headers, "redirect-quantity", Long.toString(redirect.quantity()));
        add(headers, "redirect-km", rounded(redirect.km(), 1));
    }

    /** As in RFC 4180, where the separator counts beside the comma. */
    private String field(String text) {
        boolean needsQuotes = text.contains(",")
                || text.contains("\"")
                || text.contains("\n")
                || text.contains("\r")
                || text.contains(separator);
        return needsQuotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String rounded(double figure, int digits) {
        return BigDecimal.valueOf(figure).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, utf8(value));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
