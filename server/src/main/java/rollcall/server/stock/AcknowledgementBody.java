package rollcall.server.stock;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.BadRequestResponse;
import java.io.IOException;
import java.util.Map;

/** Reads {@code {"comment": "…"}}; the comment may be missing, and so may all of it. */
final class AcknowledgementBody {

    private static final int LONGEST = 1000;
    private static final String EXAMPLE =
            "Valid is, for example, {\"comment\": \"27 units are on their way\"}, or no body.";

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private AcknowledgementBody() {}

    /** @throws BadRequestResponse if it is anything else */
    static String comment(byte[] body) {
        JsonNode said = parse(body);
        if (!said.isMissingNode() && !said.isObject()) {
            throw bad("The body is not a JSON object.");
        }
        JsonNode comment = said.path("comment");
        if (comment.isMissingNode() || comment.isNull()) {
            return "";
        }
        if (!comment.isTextual()) {
            throw bad("The comment is not a string.");
        }
        if (comment.textValue().length() > LONGEST) {
            throw bad("The comment has " + comment.textValue().length() + " characters; it may have " + LONGEST + ".");
        }
        return comment.textValue();
    }

    private static JsonNode parse(byte[] body) {
        try {
            return READER.readTree(body);
        } catch (IOException noJson) {
            throw bad("The body is not JSON.");
        }
    }

    private static BadRequestResponse bad(String fault) {
        return new BadRequestResponse(fault + " " + EXAMPLE, Map.of());
    }
}
