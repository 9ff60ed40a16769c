package rollcall.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/**
 * What a JSON object says, by Jackson, BigDecimal and java.time: slow, and as plainly the contract as can be. Where
 * Jackson is not RFC 8259:
 *
 * <ul>
 *   <li>laxer: it takes UTF-16 and UTF-32, overlong UTF-8 and surrogates in UTF-8; so all must be strict UTF-8 first, and
 *       bytes of 0, which no UTF-8 JSON has, would start its guessing;
 *   <li>laxer: it stops after the first value; so nothing may follow;
 *   <li>stricter: it limits depth and lengths; lifted here;
 *   <li>stricter: its byte parser refuses escaped lone surrogates in keys; so its character parser is used here, which it
 *       chooses where keys need not be canonical;
 *   <li>stricter: BigDecimal has exponents of 32 bits only; what lies beyond is judged by its mantissa and sign.
 * </ul>
 */
public final class JsonOracle {

    /**
     * A member's value.
     *
     * @param text of a scalar
     * @param members of an object, of several with the same key the last
     */
    public record Value(JsonToken token, String text, Map<String, Value> members) {

        public boolean isString() {
            return token == JsonToken.VALUE_STRING;
        }

        public boolean isObject() {
            return token == JsonToken.START_OBJECT;
        }

        /** The text as UTF-8 can have it: without lone surrogates. */
        public String wellFormedText() {
            return wellFormed(text);
        }

        /** Null if it is no integer; plus or minus {@link #BEYOND} if it has more than a thousand digits. */
        public BigInteger integer() {
            return token.isNumeric() ? JsonOracle.integer(text) : null;
        }

        /** The event time in epoch milliseconds, {@link Long#MAX_VALUE} if it is beyond the year 9999, null if it is none. */
        public Long millis() {
            return isString() ? millisOfText(text) : millisOfInteger(integer());
        }
    }

    public static final BigInteger BEYOND = BigInteger.TEN.pow(1001);

    private static final long YEAR_1 = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
    private static final long YEAR_9999 =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private final JsonFactory factory = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /**
     * The members of a JSON object by key.
     *
     * @throws IOException if it is none
     */
    public Map<String, Value> members(byte[] json) throws IOException {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
        for (byte b : json) {
            if (b == 0) {
                throw new CharacterCodingException();
            }
        }
        try (JsonParser parser = factory.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            Map<String, Value> members = members(parser);
            if (parser.nextToken() != null) {
                throw new IOException("more than one value");
            }
            return members;
        }
    }

    private static Map<String, Value> members(JsonParser parser) throws IOException {
        Map<String, Value> members = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = wellFormed(parser.currentName());
            JsonToken token = parser.nextToken();
            String text = token.isScalarValue() ? parser.getText() : "";
            members.put(key, new Value(token, text, token == JsonToken.START_OBJECT ? members(parser) : Map.of()));
            parser.skipChildren(); // of an array; there is nothing to skip at the end of an object
        }
        return members;
    }

    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Long millisOfText(String text) {
        try {
            long millis = DateTimeFormatter.ISO_ZONED_DATE_TIME
                    .parse(text, Instant::from)
                    .toEpochMilli();
            return millis < YEAR_1 || millis > YEAR_9999 ? null : Long.valueOf(millis);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static Long millisOfInteger(BigInteger number) {
        if (number == null) {
            return null;
        }
        boolean isMillis = number.compareTo(BigInteger.valueOf(100_000_000_000L)) >= 0;
        BigInteger millis = isMillis ? number : number.multiply(BigInteger.valueOf(1000));
        return millis.compareTo(BigInteger.valueOf(YEAR_9999)) > 0
                ? Long.valueOf(Long.MAX_VALUE)
                : millis.compareTo(BigInteger.valueOf(YEAR_1)) < 0 ? null : Long.valueOf(millis.longValueExact());
    }

    private static BigInteger integer(String number) {
        int exponentAt = Math.max(number.indexOf('e'), number.indexOf('E'));
        BigDecimal mantissa = new BigDecimal(exponentAt < 0 ? number : number.substring(0, exponentAt));
        BigInteger exponent = exponentAt < 0
                ? BigInteger.ZERO
                : new BigInteger(number.substring(exponentAt + 1).replace("+", ""));
        if (mantissa.signum() == 0) {
            return BigInteger.ZERO;
        }
        BigDecimal stripped = mantissa.stripTrailingZeros();
        BigInteger power = exponent.subtract(BigInteger.valueOf(stripped.scale()));
        if (power.signum() < 0) {
            return null;
        } else if (power.add(BigInteger.valueOf(stripped.precision())).compareTo(BigInteger.valueOf(1000)) > 0) {
            return stripped.signum() < 0 ? BEYOND.negate() : BEYOND;
        }
        return stripped.unscaledValue().multiply(BigInteger.TEN.pow(power.intValueExact()));
    }
}
