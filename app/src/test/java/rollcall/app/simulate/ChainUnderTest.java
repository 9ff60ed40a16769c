package rollcall.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** 60 stores with 24 products that write two tickets a second, from a Monday midnight on. */
final class ChainUnderTest {

    static final long MONDAY_MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z").getEpochSecond();
    static final int HOUR = 3_600;
    static final int DAY = 24 * HOUR;

    private static final int RATE = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StoreChain chain;
    private long sent;

    ChainUnderTest(long seed, double lateShare, double badShare) {
        this(new ChainSettings(60, 24, new FeedSettings(RATE, 0, seed, lateShare, badShare, 1, null)));
    }

    ChainUnderTest(ChainSettings settings) {
        chain = new StoreChain(settings);
    }

    ProducerRecord<byte[], byte[]> next() {
        return chain.next("tickets", MONDAY_MIDNIGHT * 1_000 + sent++ * 1_000 / RATE);
    }

    void rush() {
        chain.rush(MONDAY_MIDNIGHT * 1_000 + sent * 1_000 / RATE);
    }

    /** Reads the tickets of so many seconds; none of them may be bad. */
    void read(int seconds, ObjLongConsumer<JsonNode> reader) {
        for (int i = 0; i < seconds * RATE; i++) {
            ProducerRecord<byte[], byte[]> ticket = next();
            reader.accept(json(ticket), ticket.timestamp() / 1_000);
        }
    }

    static JsonNode json(ProducerRecord<byte[], byte[]> ticket) {
        try {
            return JSON.readTree(ticket.value());
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    static String store(JsonNode ticket) {
        return ticket.get("City").asText() + "|" + ticket.get("State").asText();
    }
}
