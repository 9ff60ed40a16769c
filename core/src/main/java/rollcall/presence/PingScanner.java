package rollcall.presence;

import java.nio.charset.StandardCharsets;
import rollcall.json.JsonCursor;
import rollcall.json.JsonNumber;
import rollcall.json.JsonText;
import rollcall.json.JsonTime;
import rollcall.json.JsonToken;
import rollcall.json.TextCache;
import rollcall.json.TimeLimits;

/**
 * Reads pings from bytes, in one pass and without allocation. Reusable; not safe for use by several threads. After
 * {@link #scan} has accepted a ping its parts are here until the next scan.
 *
 * <p>A ping is one JSON object: {@code {"driver_id": 81234, "timestamp": 1514779245, "on_duty": 1, "city": "Austin"}},
 * where the city is optional, and left out of account if it isn't a string of at most 256 bytes. Of several members with the same key the last counts.
 */
public final class PingScanner {

    private static final byte[] DRIVER_ID = ascii("driver_id");
    private static final byte[] TIMESTAMP = ascii("timestamp");
    private static final byte[] ON_DUTY = ascii("on_duty");
    private static final byte[] CITY = ascii("city");

    /** In bytes of UTF-8. Longer ones are no names, and would make rosters of any size; the ping counts without. */
    static final int LONGEST_CITY = 256;

    /** No driver has this id: integers start at 1, and hashes have their top bit set. */
    private static final long NO_DRIVER = 0;

    private static final int NO_DUTY = -1;

    private final TimeLimits limits;
    private final JsonCursor json = new JsonCursor();
    private final TextCache cities = new TextCache();

    private long driver;
    private long epochMilli;
    private int duty;
    private String city = Bucket.OVERALL;

    /**
     * @param maxAheadMillis how far a ping's event time may lie ahead of its record's timestamp, in milliseconds, from 0 on
     * @param maxLateMillis how far it may lie behind; {@link Long#MAX_VALUE}: no limit
     */
    public PingScanner(long maxAheadMillis, long maxLateMillis) {
        this.limits = new TimeLimits(maxAheadMillis, maxLateMillis);
    }

    /**
     * Scans one record. Never throws, whatever the bytes are.
     *
     * @param bytes holds the record's value; null if it has none
     * @param recordMillis the record's own timestamp, in epoch milliseconds
     * @return null if it is a ping; else why not, which is the first of the reasons there are
     */
    public Rejection scan(byte[] bytes, int offset, int length, long recordMillis) {
        driver = NO_DRIVER;
        epochMilli = JsonTime.INVALID;
        duty = NO_DUTY;
        city = Bucket.OVERALL;
        if (bytes == null) {
            return Rejection.JSON;
        }
        json.start(bytes, offset, length);
        return readObject() && json.isAtEnd() ? judge(recordMillis) : Rejection.JSON;
    }

    /** See {@link DriverId}. */
    public long driver() {
        return driver;
    }

    /** The event time, rounded down. */
    public long epochSecond() {
        return Math.floorDiv(epochMilli, 1000L);
    }

    public long epochMilli() {
        return epochMilli;
    }

    /** Whether the driver is on duty. */
    public boolean available() {
        return duty == 1;
    }

    /** The city, or {@link Bucket#OVERALL} if the ping names none. */
    public String city() {
        return city;
    }

    private boolean readObject() {
        if (!json.enterObject()) {
            return false;
        }
        while (json.nextKey()) {
            if (!readMember()) {
                return false;
            }
        }
        return json.leaveObject();
    }

    private boolean readMember() {
        JsonText key = json.text();
        JsonToken value;
        if (key.equalTo(DRIVER_ID)) {
            value = json.value();
            driver = driver(value);
        } else if (key.equalTo(TIMESTAMP)) {
            value = json.value();
            epochMilli = JsonTime.millis(value, json);
        } else if (key.equalTo(ON_DUTY)) {
            value = json.value();
            duty = duty(value);
        } else if (key.equalTo(CITY)) {
            value = json.value();
            city = city(value);
        } else {
            value = json.value();
        }
        return value != JsonToken.MALFORMED;
    }

    private String city(JsonToken value) {
        boolean isName = value == JsonToken.STRING && json.text().length() <= LONGEST_CITY;
        return isName ? cities.get(json.text()) : Bucket.OVERALL;
    }

    private long driver(JsonToken value) {
        JsonText text = json.text();
        if (value == JsonToken.STRING && text.length() > 0) {
            return DriverId.ofUtf8(text.bytes(), text.offset(), text.length());
        }
        JsonNumber number = json.number();
        if (value != JsonToken.NUMBER || !number.isIntegral() || number.isNegative()) {
            return NO_DRIVER;
        }
        if (number.isLong()) {
            return number.value();
        }
        return number.digitCount() > JsonNumber.MAX_DIGITS
                ? NO_DRIVER
                : DriverId.ofHugeInteger(number.digits(), 0, (int) number.digitCount());
    }

    private int duty(JsonToken value) {
        return switch (value) {
            case TRUE -> 1;
            case FALSE -> 0;
            case NUMBER -> {
                JsonNumber number = json.number();
                yield number.isLong() && (number.value() == 0 || number.value() == 1) ? (int) number.value() : NO_DUTY;
            }
            default -> NO_DUTY;
        };
    }

    private Rejection judge(long recordMillis) {
        if (driver == NO_DRIVER) {
            return Rejection.DRIVER_ID;
        } else if (epochMilli == JsonTime.INVALID) {
            return Rejection.TIMESTAMP;
        } else if (duty == NO_DUTY) {
            return Rejection.ON_DUTY;
        } else if (limits.isAhead(epochMilli, recordMillis)) {
            return Rejection.FUTURE;
        } else if (limits.isLate(epochMilli, recordMillis)) {
            return Rejection.EXPIRED;
        }
        return null;
    }

    private static byte[] ascii(String key) {
        return key.getBytes(StandardCharsets.US_ASCII);
    }
}
