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
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Reads the records of a body: one JSON object, an array of them, or several, one a line (NDJSON). Each is cut out as it
 * was sent, and judged by the very scanner that will read it from Kafka.
 */
final class RecordReader {

    /** Bytes of key and value: what a broker with the default settings takes, less room for the record's own fields. */
    static final int LARGEST_RECORD = 900_000;

    /** Every level open takes some 60 bytes of memory: a body of nothing but brackets must not fill it. */
    private static final int DEEPEST = 10_000;

    private final Kind kind;
    private final InstantSource clock;
    private final JsonFactory json;

    /** @param largestBody in bytes; nothing inside a body can be longer than that */
    RecordReader(Kind kind, InstantSource clock, int largestBody) {
        this.kind = kind;
        this.clock = clock;
        // The scanner takes any number and any name; a parser that is stricter would refuse good records.
        this.json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNumberLength(largestBody)
                        .maxStringLength(largestBody)
                        .maxNameLength(largestBody)
                        .maxNestingDepth(DEEPEST)
                        .build())
                .build();
    }

    /** @throws BadRequestResponse if anything in the body is not of the kind; names where and why */
    List<ProducerRecord<byte[], byte[]>> read(byte[] body) {
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
        private final Kind.Judge judge = kind.judge();
        private final long now = clock.millis();
        private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        private boolean array;
        private int line = 1;

        Reading(byte[] body) {
            this.body = body;
        }

        List<ProducerRecord<byte[], byte[]>> all(JsonParser parser) throws IOException {
            JsonToken first = next(parser);
            array = first == JsonToken.START_ARRAY;
            JsonToken next = array ? next(parser) : first;
            while (next != (array ? JsonToken.END_ARRAY : null)) {
                records.add(record(parser));
                next = next(parser);
            }
            if (array ? next(parser) != null : first == null) {
                throw bad("json", array ? "something follows the array" : "there is no " + kind.noun());
            }
            return records;
        }

        /** Goes to where a record begins, if there is one. */
        private JsonToken next(JsonParser parser) throws IOException {
            try {
                return parser.nextToken();
            } catch (JsonProcessingException broken) {
                line = parser.currentLocation().getLineNr(); // not that of the record before
                throw broken;
            }
        }

        private ProducerRecord<byte[], byte[]> record(JsonParser parser) throws IOException {
            JsonLocation start = parser.currentTokenLocation();
            line = start.getLineNr();
            if (parser.currentToken() != JsonToken.START_OBJECT || start.getByteOffset() < 0) {
                throw bad("json", "a " + kind.noun() + " is one JSON object in UTF-8");
            }
            byte[] key = key(parser).getBytes(StandardCharsets.UTF_8);
            int end = (int) parser.currentLocation().getByteOffset();
            byte[] value = Arrays.copyOfRange(body, (int) start.getByteOffset(), end);
            Optional<Kind.Flaw> flaw = judge.flaw(value, now);
            if (flaw.isPresent()) {
                throw bad(flaw.get().reason(), flaw.get().explanation());
            }
            if (key.length + value.length > LARGEST_RECORD) {
                String members = String.join(" and ", kind.keyMembers());
                throw bad(
                        "size",
                        "a " + kind.noun() + " and its " + members + " once more have " + LARGEST_RECORD
                                + " bytes at most");
            }
            return new ProducerRecord<>(kind.topic(), key, value);
        }

        /** Reads to the end of the record; gives its key: values as they are written, of several the last. */
        private String key(JsonParser parser) throws IOException {
            List<String> members = kind.keyMembers();
            String[] values = new String[members.size()];
            Arrays.fill(values, "");
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                int member = members.indexOf(parser.currentName());
                parser.nextToken();
                if (member >= 0 && parser.currentToken().isScalarValue()) {
                    values[member] = parser.getText();
                }
                parser.skipChildren();
            }
            return String.join("|", values);
        }

        private BadRequestResponse bad(String reason, String explanation) {
            String place = array ? "Index " + records.size() + " of the array" : "Line " + line;
            return new BadRequestResponse(
                    place + " is not a valid " + kind.noun() + " (" + reason + "): " + explanation
                            + ". Nothing of this request was published. A valid " + kind.noun() + ": "
                            + kind.example(),
                    Map.of(array ? "index" : "line", String.valueOf(array ? records.size() : line), "reason", reason));
        }
    }
}
