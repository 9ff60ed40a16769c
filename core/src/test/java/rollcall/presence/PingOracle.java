package rollcall.presence;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import rollcall.json.JsonOracle;
import rollcall.json.JsonOracle.Value;

/** What a record is: as plainly the contract of a ping as can be. */
final class PingOracle {

    /** The answer: a reason, or a ping's parts. */
    record Answer(Rejection rejection, long driver, long epochMilli, boolean available, String city) {
        static Answer no(Rejection reason) {
            return new Answer(reason, 0, 0, false, "");
        }
    }

    private static final BigInteger LONGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final JsonOracle json = new JsonOracle();
    private final long maxAheadMillis;
    private final long maxLateMillis;

    PingOracle(long maxAheadMillis, long maxLateMillis) {
        this.maxAheadMillis = maxAheadMillis;
        this.maxLateMillis = maxLateMillis;
    }

    Answer answer(byte[] record, long recordMillis) {
        Map<String, Value> members;
        try {
            members = json.members(record);
        } catch (IOException e) {
            return Answer.no(Rejection.JSON);
        }
        Long driver = driver(members.get("driver_id"));
        Long millis = millis(members.get("timestamp"));
        Boolean available = available(members.get("on_duty"));
        if (driver == null) {
            return Answer.no(Rejection.DRIVER_ID);
        } else if (millis == null) {
            return Answer.no(Rejection.TIMESTAMP);
        } else if (available == null) {
            return Answer.no(Rejection.ON_DUTY);
        } else if (millis > recordMillis + maxAheadMillis) {
            return Answer.no(Rejection.FUTURE);
        } else if (millis < recordMillis - maxLateMillis) {
            return Answer.no(Rejection.EXPIRED);
        }
        return new Answer(null, driver, millis, available, city(members.get("city")));
    }

    private static Long driver(Value value) {
        if (value == null) {
            return null;
        } else if (value.isString()) {
            return value.text().isEmpty() ? null : Long.valueOf(DriverId.of(value.text()));
        }
        BigInteger number = value.integer();
        if (number == null || number.signum() <= 0 || number.equals(JsonOracle.BEYOND)) {
            return null;
        } else if (number.compareTo(LONGEST) <= 0) {
            return number.longValueExact();
        }
        byte[] digits = number.toString().getBytes(StandardCharsets.US_ASCII);
        return DriverId.ofHugeInteger(digits, 0, digits.length);
    }

    private static Long millis(Value value) {
        return value == null ? null : value.millis();
    }

    private static Boolean available(Value value) {
        if (value == null) {
            return null;
        } else if (value.token().isBoolean()) {
            return Boolean.valueOf(value.text());
        }
        BigInteger number = value.integer();
        return BigInteger.ONE.equals(number) ? Boolean.TRUE : BigInteger.ZERO.equals(number) ? Boolean.FALSE : null;
    }

    private static String city(Value value) {
        return value == null || !value.isString() ? "" : value.wellFormedText();
    }
}
