package rollcall.presence;

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
 * What a record is, by Jackson, BigDecimal and java.time: slow, and as plainly the contract as can be. Where Jackson is
 * not RFC 8259:
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
final class PingOracle {

    /** The answer: a reason, or a ping's parts. */
    record Answer(Rejection rejection, long driver, long epochMilli, boolean available, String city) {
        static Answer no(Rejection reason) {
            return new Answer(reason, 0, 0, false, "");
        }
    }

    private record Field(JsonToken token, String text) {}

    private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final long YEAR_1 = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
    private static final long YEAR_9999 =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();
    private static final BigInteger BEYOND = BigInteger.TEN.pow(1001);

    private final JsonFactory factory = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private final long maxAheadMillis;
    private final long maxLateMillis;

    PingOracle(long maxAheadMillis, long maxLateMillis) {
        this.maxAheadMillis = maxAheadMillis;
        this.maxLateMillis = maxLateMillis;
    }

    Answer answer(byte[] json, long recordMillis) {
        Map<String, Field> fields;
        try {
            fields = fields(json);
        } catch (IOException e) {
            return Answer.no(Rejection.JSON);
        }
        Long driver = driver(fields.get("driver_id"));
        Long millis = millis(fields.get("timestamp"));
        Boolean available = available(fields.get("on_duty"));
        if (driver == null) {
            return Answer.no(Rejection.DRIVER_ID);
        } else if (millis == null) {
            return Answer.no(Rejection.TIMESTAMP);
        } else if (available == null) {
            return Answer.no(Rejection.ON_DUTY);
        } else if (millis > YEAR_9999 || millis > recordMillis + maxAheadMillis) {
            return Answer.no(Rejection.FUTURE);
        } else if (millis < recordMillis - maxLateMillis) {
            return Answer.no(Rejection.EXPIRED);
        }
        return new Answer(null, driver, millis, available, city(fields.get("city")));
    }

    private Map<String, Field> fields(byte[] json) throws IOException {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
        for (byte b : json) {
            if (b == 0) {
                throw new CharacterCodingException();
            }
        }
        Map<String, Field> fields = new HashMap<>();
        try (JsonParser parser = factory.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                fields.put(name, new Field(token, token.isScalarValue() ? parser.getText() : ""));
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                throw new IOException("more than one value");
            }
        }
        return fields;
    }

    private static Long driver(Field field) {
        if (field == null) {
            return null;
        } else if (field.token == JsonToken.VALUE_STRING) {
            return field.text.isEmpty() ? null : Long.valueOf(DriverId.of(field.text));
        }
        BigInteger number = integer(field);
        if (number == null || number.signum() <= 0 || number.equals(BEYOND)) {
            return null;
        } else if (number.compareTo(LONGEST) <= 0) {
            return number.longValueExact();
        }
        byte[] digits = number.toString().getBytes(StandardCharsets.US_ASCII);
        return DriverId.ofHugeInteger(digits, 0, digits.length);
    }

    private static Long millis(Field field) {
        if (field == null) {
            return null;
        } else if (field.token == JsonToken.VALUE_STRING) {
            try {
                Instant time = DateTimeFormatter.ISO_ZONED_DATE_TIME.parse(field.text, Instant::from);
                return within(time.toEpochMilli());
            } catch (DateTimeException | ArithmeticException e) {
                return null;
            }
        }
        BigInteger number = integer(field);
        if (number == null) {
            return null;
        }
        boolean isMillis = number.compareTo(BigInteger.valueOf(100_000_000_000L)) >= 0;
        BigInteger millis = isMillis ? number : number.multiply(BigInteger.valueOf(1000));
        return millis.compareTo(BigInteger.valueOf(YEAR_9999)) > 0
                ? Long.valueOf(Long.MAX_VALUE)
                : millis.compareTo(BigInteger.valueOf(YEAR_1)) < 0 ? null : Long.valueOf(millis.longValueExact());
    }

    private static Long within(long millis) {
        return millis < YEAR_1 || millis > YEAR_9999 ? null : Long.valueOf(millis);
    }

    private static Boolean available(Field field) {
        if (field == null) {
            return null;
        } else if (field.token.isBoolean()) {
            return field.token == JsonToken.VALUE_TRUE;
        }
        BigInteger number = integer(field);
        return BigInteger.ONE.equals(number) ? Boolean.TRUE : BigInteger.ZERO.equals(number) ? Boolean.FALSE : null;
    }

    private static String city(Field field) {
        if (field == null || field.token != JsonToken.VALUE_STRING) {
            return "";
        }
        return new String(field.text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Null if it is no integer; plus or minus {@link #BEYOND} if it has more than a thousand digits. */
    private static BigInteger integer(Field field) {
        if (!field.token.isNumeric()) {
            return null;
        }
        int exponentAt = Math.max(field.text.indexOf('e'), field.text.indexOf('E'));
        BigDecimal mantissa = new BigDecimal(exponentAt < 0 ? field.text : field.text.substring(0, exponentAt));
        BigInteger exponent = exponentAt < 0
                ? BigInteger.ZERO
                : new BigInteger(field.text.substring(exponentAt + 1).replace("+", ""));
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
