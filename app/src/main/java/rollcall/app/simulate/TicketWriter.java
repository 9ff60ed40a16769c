package rollcall.app.simulate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Writes tickets as JSON. */
final class TicketWriter {

    private static final int HOUR = 3_600;

    private final JsonFactory json = new JsonFactory();

    byte[] toBytes(Ticket ticket, TicketFlaw flaw) {
        return switch (flaw) {
            case EMPTY -> new byte[0];
            case NOT_JSON -> "GET /tickets HTTP/1.1".getBytes(StandardCharsets.US_ASCII);
            case CUT_OFF -> {
                byte[] whole = object(ticket, flaw);
                yield Arrays.copyOf(whole, whole.length / 2);
            }
            default -> object(ticket, flaw);
        };
    }

    private byte[] object(Ticket ticket, TicketFlaw flaw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            if (flaw != TicketFlaw.CITY_MISSING) {
                out.writeStringField("City", ticket.store().name());
            }
            if (flaw == TicketFlaw.STATE_A_NUMBER) {
                out.writeNumberField("State", 48);
            } else {
                out.writeStringField("State", ticket.store().state());
            }
            out.writeNumberField("Counter", ticket.till());
            out.writeNumberField("Timestamp", ticket.epochSecond() + (flaw == TicketFlaw.AN_HOUR_AHEAD ? HOUR : 0));
            out.writeObjectFieldStart("Cart");
            for (Map.Entry<Integer, Long> bought : ticket.cart().entrySet()) {
                long units = bought.getValue();
                out.writeNumberField(bought.getKey().toString(), flaw == TicketFlaw.QUANTITY_NEGATIVE ? -units : units);
            }
            out.writeEndObject();
            out.writeObjectFieldStart("Inventory");
            for (Map.Entry<Integer, Long> left : ticket.inventory().entrySet()) {
                if (flaw == TicketFlaw.LEVEL_IN_WORDS) {
                    out.writeStringField(left.getKey().toString(), "plenty");
                } else {
                    out.writeNumberField(left.getKey().toString(), left.getValue());
                }
            }
            out.writeEndObject();
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
