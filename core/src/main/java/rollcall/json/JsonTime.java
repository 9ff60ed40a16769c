package rollcall.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;

/**
 * An event time as JSON has it: an integer (epoch seconds; from 100000000000 on epoch milliseconds) or a string in ISO
 * 8601 with a zone, such as {@code "2018-01-01T04:00:00Z"}. It must lie in the years 1 to 9999 (UTC).
 */
public final class JsonTime {

    /** Stands for what is no event time. */
    public static final long INVALID = Long.MIN_VALUE;

    /** Stands for a number beyond the year 9999: no time to compute with, but certainly one that is yet to come. */
    public static final long BEYOND = Long.MAX_VALUE;

    private static final long FIRST_SECOND =
            Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    /** No time that {@link DateTimeFormatter#ISO_ZONED_DATE_TIME} reads is longer; garbage may be. */
    private static final int LONGEST = 100;

    private static final int AFTER_SECONDS = "2018-01-01T04:00:00".length();

    private JsonTime() {}

    /** The epoch milliseconds, rounded down, of the value that the cursor has just read. */
    public static long millis(JsonToken token, JsonCursor json) {
        return switch (token) {
            case NUMBER -> ofNumber(json.number());
            case STRING -> ofText(json.text());
            default -> INVALID;
        };
    }

    private static long ofNumber(JsonNumber number) {
        if (!number.isLong()) {
            return number.isIntegral() && !number.isNegative() ? BEYOND : INVALID;
        }
        long value = number.value();
        if (value >= FIRST_MILLISECONDS) {
            return value / 1000 > LAST_SECOND ? BEYOND : value;
        }
        return value < FIRST_SECOND ? INVALID : value * 1000;
    }

    private static long ofText(JsonText text) {
        if (text.length() <= AFTER_SECONDS - ":00".length() || text.length() > LONGEST) {
            return INVALID;
        }
        try {
            long common = ofCommonForm(text.bytes(), text.offset(), text.length());
            return common != INVALID ? common : ofAnyForm(text.toString());
        } catch (DateTimeException e) {
            return INVALID;
        }
    }

    private static long ofAnyForm(String text) {
        Instant time = DateTimeFormatter.ISO_ZONED_DATE_TIME.parse(text, Instant::from);
        return millis(time.getEpochSecond(), time.getNano() / 1_000_000);
    }

    /** Reads {@code 2018-01-01T04:00:00}, perhaps a fraction, and {@code Z} or {@code +01:00}, without garbage. */
    private static long ofCommonForm(byte[] utf8, int offset, int length) {
        if (length <= AFTER_SECONDS
                || utf8[offset + 4] != '-'
                || utf8[offset + 7] != '-'
                || utf8[offset + 10] != 'T'
                || utf8[offset + 13] != ':'
                || utf8[offset + 16] != ':') {
            return INVALID;
        }
        int century = twoDigits(utf8, offset);
        int year = twoDigits(utf8, offset + 2);
        int month = twoDigits(utf8, offset + 5);
        int day = twoDigits(utf8, offset + 8);
        int hour = twoDigits(utf8, offset + 11);
        int minute = twoDigits(utf8, offset + 14);
        int second = twoDigits(utf8, offset + 17);
        if ((century | year | month | day | hour | minute | second) < 0) {
            return INVALID;
        }
        int at = offset + AFTER_SECONDS;
        int end = offset + length;
        int millis = 0;
        if (utf8[at] == '.') {
            int fraction = at + 1;
            for (at = fraction; at < end && utf8[at] >= '0' && utf8[at] <= '9'; at++) {
                millis += (utf8[at] - '0') * weightInMillis(at - fraction);
            }
            if (at == fraction || at - fraction > 9 || at == end) {
                return INVALID;
            }
        }
        int offsetSeconds = 0;
        if (utf8[at] != 'Z' || at + 1 != end) {
            int offsetHours = end - at == 6 && utf8[at + 3] == ':' ? twoDigits(utf8, at + 1) : -1;
            int offsetMinutes = offsetHours < 0 ? -1 : twoDigits(utf8, at + 4);
            if (utf8[at] != '+' && utf8[at] != '-' || offsetHours > 17 || offsetMinutes < 0 || offsetMinutes > 59) {
                return INVALID;
            }
            offsetSeconds = (utf8[at] == '-' ? -1 : 1) * (offsetHours * 3600 + offsetMinutes * 60);
        }
        long local = IsoChronology.INSTANCE.epochSecond(
                century * 100 + year, month, day, hour, minute, second, ZoneOffset.UTC);
        return millis(local - offsetSeconds, millis);
    }

    private static int weightInMillis(int decimalPlace) {
        return switch (decimalPlace) {
            case 0 -> 100;
            case 1 -> 10;
            case 2 -> 1;
            default -> 0;
        };
    }

    /** The number of two digits, or a negative one if they are none. */
    private static int twoDigits(byte[] utf8, int at) {
        int tens = utf8[at] - '0';
        int ones = utf8[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    private static long millis(long epochSecond, int millis) {
        return epochSecond < FIRST_SECOND || epochSecond > LAST_SECOND ? INVALID : epochSecond * 1000 + millis;
    }
}
