package rollcall.app.simulate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes pings as JSON into one buffer, again and again. */
final class PingWriter {

    private static final byte[] DRIVER = ascii("\"driver_id\": ");
    private static final byte[] TIMESTAMP = ascii("\"timestamp\": ");
    private static final byte[] ON_DUTY = ascii("\"on_duty\": ");
    private static final byte[] CITY = ascii("\"city\": ");
    private static final byte[] END = ascii("}");
    private static final byte[] COMMA = ascii(", ");
    private static final byte[] WORDS = ascii("\"a quarter past nine\"");
    private static final byte[] GARBAGE = ascii("GET /pings HTTP/1.1");

    private static final byte[][] CITIES =
            City.ALL.stream().map(city -> ascii('"' + city.name() + '"')).toArray(byte[][]::new);

    private final byte[] buffer = new byte[256];
    private int length;

    void write(long driver, long epochSecond, boolean available, int city, PingFlaw flaw) {
        length = 0;
        if (flaw == PingFlaw.EMPTY) {
            return;
        } else if (flaw == PingFlaw.NOT_JSON) {
            put(GARBAGE);
            return;
        }
        buffer[length++] = '{';
        if (flaw != PingFlaw.DRIVER_MISSING) {
            put(DRIVER);
            put(flaw == PingFlaw.DRIVER_ZERO ? 0 : driver);
            put(COMMA);
        }
        put(TIMESTAMP);
        if (flaw == PingFlaw.TIMESTAMP_IN_WORDS) {
            put(WORDS);
        } else {
            put(flaw == PingFlaw.AN_HOUR_AHEAD ? epochSecond + 3_600 : epochSecond);
        }
        put(COMMA);
        put(ON_DUTY);
        put(flaw == PingFlaw.ON_DUTY_TWO ? 2 : available ? 1 : 0);
        put(COMMA);
        put(CITY);
        put(CITIES[city]);
        put(END);
        if (flaw == PingFlaw.CUT_OFF) {
            length /= 2;
        }
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** The ping written last. */
    byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }

    private void put(byte[] text) {
        System.arraycopy(text, 0, buffer, length, text.length);
        length += text.length;
    }

    private void put(long number) {
        if (number < 0) {
            buffer[length++] = '-';
        }
        long left = Math.abs(number);
        int digits = 1;
        for (long power = 10; left >= power; power *= 10) {
            digits++;
        }
        for (int at = length + digits - 1; at >= length; at--) {
            buffer[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        length += digits;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
