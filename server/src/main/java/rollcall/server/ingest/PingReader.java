package rollcall.server.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.javalin.http.BadRequestResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import rollcall.presence.PingScanner;
import rollcall.presence.Rejection;

/**
 * Reads the pings of a body: one JSON object, an array of them, or several, one a line (NDJSON). Each ping is cut out as
 * it was sent, and judged by the very scanner that will read it from Kafka.
 */
final class PingReader {

    /** Bytes of key and value: what a broker with the default settings takes, less room for the record's own fields. */
    static final int LARGEST_PING = 900_000;

    /** Every level open takes some 60 bytes of memory: a body of nothing but brackets must not fill it. */
    private static final int DEEPEST = 10_000;

    private static final String EXAMPLE = "{\"driver_id\": 81234, \"timestamp\": 1514779245, \"on_duty\": 1}";

    private final long maxAheadMillis;
    private final long maxLateMillis;
    private final InstantSource clock;
    private final JsonFactory json;

    /** @param largestBody in bytes; nothing inside a body can be longer than that */
    PingReader(long maxAheadMillis, long maxLateMillis, InstantSource clock, int largestBody) {
        this.maxAheadMillis = maxAheadMillis;
        this.maxLateMillis = maxLateMillis;
        this.clock = clock;
        // The scanner takes any number and any name; a parser that is stricter would refuse good pings.
        this.json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNumberLength(largestBody)
                        .maxStringLength(largestBody)
                        .maxNameLength(largestBody)
                        .maxNestingDepth(DEEPEST)
                        .build())
                .build();
    }

    /** @throws BadRequestResponse if anything in the body is no ping; names where and why */
    List<Ping> read(byte[] body) {
        Reading reading = new Reading(body);
        try (JsonParser parser = json.createParser(body)) {
            return reading.all(parser);
        } catch (JsonProcessingException broken) {
            throw reading.bad("json", broken.getOriginalMessage());
        } catch (IOException noCharacters) {
            throw reading.bad("json", noCharacters.getMessage());
        }
    }

    /** One body being read. */
    private final class Reading {

        private final byte[] body;
        private final PingScanner scanner = new PingScanner(maxAheadMillis, maxLateMillis);
        private final long now = clock.millis();
        private final List<Ping> pings = new ArrayList<>();
        private boolean array;
        private int line = 1;

        Reading(byte[] body) {
            this.body = body;
        }

        List<Ping> all(JsonParser parser) throws IOException {
            JsonToken first = parser.nextToken();
            array = first == JsonToken.START_ARRAY;
            JsonToken next = array ? parser.nextToken() : first;
            while (next != (array ? JsonToken.END_ARRAY : null)) {
                pings.add(ping(parser));
                next = parser.nextToken();
            }
            if (array ? parser.nextToken() != null : first == null) {
                throw bad("json", array ? "something follows the array" : "there is no ping");
            }
            return pings;
        }

        private Ping ping(JsonParser parser) throws IOException {
            JsonLocation start = parser.currentTokenLocation();
            line = start.getLineNr();
            if (parser.currentToken() != JsonToken.START_OBJECT || start.getByteOffset() < 0) {
                throw bad("json", "a ping is one JSON object in UTF-8");
            }
            byte[] key = driver(parser).getBytes(StandardCharsets.UTF_8);
            int end = (int) parser.currentLocation().getByteOffset();
            byte[] value = Arrays.copyOfRange(body, (int) start.getByteOffset(), end);
            Rejection rejection = scanner.scan(value, 0, value.length, now);
            if (rejection != null) {
                throw bad(rejection.reason(), explain(rejection));
            }
            if (key.length + value.length > LARGEST_PING) {
                throw bad("size", "a ping and its driver_id once more have " + LARGEST_PING + " bytes at most");
            }
            return new Ping(key, value);
        }

        /** Reads to the end of the ping; gives its driver's id as it is written, of several the last. */
        private String driver(JsonParser parser) throws IOException {
            String driver = "";
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("driver_id") && parser.currentToken().isScalarValue()) {
                    driver = parser.getText();
                }
                parser.skipChildren();
            }
            return driver;
        }

        private BadRequestResponse bad(String reason, String explanation) {
            String place = array ? "Index " + pings.size() + " of the array" : "Line " + line;
            return new BadRequestResponse(
                    place + " is not a valid ping (" + reason + "): " + explanation
                            + ". Nothing of this request was published. A valid ping: " + EXAMPLE,
                    Map.of(array ? "index" : "line", String.valueOf(array ? pings.size() : line), "reason", reason));
        }
    }

    private static String explain(Rejection rejection) {
        return switch (rejection) {
            case JSON -> "it is not JSON that a ping can be";
            case DRIVER_ID -> "driver_id must be an integer from 1 on, or a string that is not empty";
            case TIMESTAMP -> "timestamp must be epoch seconds, epoch milliseconds, or ISO-8601 with a zone";
            case ON_DUTY -> "on_duty must be 0, 1, false or true";
            case FUTURE -> "its timestamp is too far ahead of now";
            case EXPIRED -> "its timestamp is too long ago";
        };
    }
}
