package rollcall.json;

import java.util.Arrays;

/**
 * A JSON number, exact. It is integral if its value is, however it is written: {@code 81234}, {@code 81234.0},
 * {@code 8.1234e4} and {@code 812340E-1} are all the same integer.
 */
public final class JsonNumber {

    /** Integers of more decimal digits than this are told apart from others no more: {@code 1e999999999} is cheap. */
    public static final int MAX_DIGITS = 1000;

    private static final int DIGITS_OF_ANY_LONG = 18;
    /** More than any text has characters, and far from overflow. */
    private static final long HUGE_EXPONENT = 1L << 40;

    private final byte[] digits = new byte[MAX_DIGITS];
    private long digitCount;

    private boolean negative;
    private boolean integral;
    private boolean isLong;
    private long value;

    public boolean isIntegral() {
        return integral;
    }

    /** Whether it is an integer whose magnitude is below 2<sup>63</sup>; {@link #value} is for these. */
    public boolean isLong() {
        return isLong;
    }

    public long value() {
        return value;
    }

    public boolean isNegative() {
        return negative;
    }

    /** How many decimal digits the integer's magnitude has; {@link #digits} holds them if it is no long and there are at
     * most {@link #MAX_DIGITS}. */
    public long digitCount() {
        return digitCount;
    }

    /** ASCII, without leading zeros, the most significant first; for integers that are no long. */
    public byte[] digits() {
        return digits;
    }

    /** Reads the number at a position that holds a digit or a minus; returns the position after it. */
    int scan(byte[] json, int from, int end) {
        negative = json[from] == '-';
        int first = negative ? from + 1 : from;
        int at = first;
        long sum = 0;
        for (; at < end; at++) {
            int digit = json[at] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            sum = sum * 10 + digit;
        }
        int count = at - first;
        if (count == 0 || count > 1 && json[first] == '0') {
            return JsonCursor.MALFORMED;
        }
        if (count > DIGITS_OF_ANY_LONG || at < end && (json[at] == '.' || (json[at] | 0x20) == 'e')) {
            return scanUncommon(json, first, at, end);
        }
        isLong = true;
        integral = true;
        digitCount = count;
        value = negative ? -sum : sum;
        return at;
    }

    private int scanUncommon(byte[] json, int first, int point, int end) {
        int mantissaEnd = point;
        if (point < end && json[point] == '.') {
            mantissaEnd = skipDigits(json, point + 1, end);
            if (mantissaEnd == point + 1) {
                return JsonCursor.MALFORMED;
            }
        }
        int at = mantissaEnd;
        long exponent = 0;
        if (at < end && (json[at] | 0x20) == 'e') {
            at++;
            boolean shrinks = at < end && json[at] == '-';
            int exponentFrom = shrinks || at < end && json[at] == '+' ? at + 1 : at;
            at = skipDigits(json, exponentFrom, end);
            if (at == exponentFrom) {
                return JsonCursor.MALFORMED;
            }
            for (int i = exponentFrom; i < at; i++) {
                exponent = Math.min(HUGE_EXPONENT, exponent * 10 + json[i] - '0');
            }
            exponent = shrinks ? -exponent : exponent;
        }
        evaluate(json, first, point, mantissaEnd, exponent);
        return at;
    }

    private void evaluate(byte[] json, int first, int point, int mantissaEnd, long exponent) {
        int highest = first;
        while (highest < mantissaEnd && !isSignificant(json[highest])) {
            highest++;
        }
        if (highest == mantissaEnd) {
            integral = true;
            isLong = true;
            digitCount = 1;
            value = 0;
            return;
        }
        int lowest = mantissaEnd - 1;
        while (!isSignificant(json[lowest])) {
            lowest--;
        }
        integral = exponent + power(lowest, point) >= 0;
        isLong = false;
        digitCount = exponent + power(highest, point) + 1;
        if (integral && digitCount <= MAX_DIGITS) {
            writeOut(json, highest, lowest);
        }
    }

    private void writeOut(byte[] json, int highest, int lowest) {
        int written = 0;
        for (int i = highest; i <= lowest; i++) {
            if (json[i] != '.') {
                digits[written++] = json[i];
            }
        }
        Arrays.fill(digits, written, (int) digitCount, (byte) '0');
        if (digitCount <= DIGITS_OF_ANY_LONG + 1) {
            long sum = 0;
            for (int i = 0; i < digitCount; i++) {
                sum = sum * 10 + digits[i] - '0';
            }
            isLong = sum >= 0; // 19 digits overflow into the sign at most
            value = negative ? -sum : sum;
        }
    }

    /** The power of ten that a digit of the mantissa stands for. */
    private static int power(int position, int point) {
        return position < point ? point - 1 - position : point - position;
    }

    private static boolean isSignificant(byte digitOrPoint) {
        return digitOrPoint > '0';
    }

    private static int skipDigits(byte[] json, int from, int end) {
        int at = from;
        while (at < end && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        return at;
    }
}
