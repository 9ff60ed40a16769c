package rollcall.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Records that are objects of every allowed form, nearly so, and the same with bytes changed. */
public abstract class RandomJson {

    private static final String[] SPACES = {"", "", "", "", " ", "\n", "\t", "\r\n", "  "};
    private static final String[] ODD_NUMBERS = {
        "0",
        "-0",
        "1",
        "1.0",
        "0.5",
        "-1",
        "1e0",
        "10E-1",
        "1e30",
        "1e400",
        "1e999",
        "1e1000",
        "1e-400",
        "1e99999999999",
        "0e99999999999",
        "-1e99999999999",
        "1e-99999999999",
        "4294967295",
        "4294967296",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "18446744073709551615",
        "99999999999",
        "100000000000",
        "253402300799999",
        "253402300800000",
        "-62135596800",
        "-62135596801",
        "00",
        "01",
        "1.",
        ".1",
        "+1",
        "1e",
        "1e+",
        "--1",
        "0x1",
        "NaN",
        "-Infinity",
        "1_000"
    };
    private static final String[] ODD_VALUES = {
        "null",
        "true",
        "false",
        "[]",
        "{}",
        "\"\"",
        "tru",
        "True",
        "undefined",
        "'x'",
        "",
        "[,]",
        "[1,]",
        "{\"a\":}",
        "{\"a\"}"
    };
    private static final String[] TIME_PATTERNS = {
        "uuuu-MM-dd'T'HH:mm:ssXXX", "uuuu-MM-dd'T'HH:mm:ss.SSSXXX", "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSSXXX",
                "uuuu-MM-dd'T'HH:mmXXX",
        "uuuu-MM-dd'T'HH:mm:ssxx", "uuuu-MM-dd'T'HH:mm:ssxxx'[Europe/Paris]'", "uuuu-MM-dd't'HH:mm:ss.Sxxx",
                "uuuu-MM-dd HH:mm:ssX",
        "uuuu-MM-dd'T'HH:mm:ss", "uuuu-D'T'HH:mm:ssX", "uuuu-MM-dd'T'HH:mm:ss.XXX", "uuuu-MM-dd'T'kk:mm:ssXXXXX"
    };
    private static final DateTimeFormatter[] TIMES =
            Arrays.stream(TIME_PATTERNS).map(DateTimeFormatter::ofPattern).toArray(DateTimeFormatter[]::new);
    private static final String[] NAMES = {
        "a",
        "Austin",
        "São Paulo",
        "東京",
        "🚗",
        "driver-0000000000000000000000000001",
        "",
        "a\"b\\c/d",
        "\u0001\b\f\n\r\t",
        "\ud83d",
        "\ude80x",
        "\ud83d\ud83d\ude80",
        "\u007f\u0080\u07ff\u0800\uffff"
    };
    private static final byte[] TELLING = "{}[]\",:\\u0019eE+-.tfn \t\n\0'/\177".getBytes(StandardCharsets.US_ASCII);

    protected final Random random;
    private final long recordMillis;
    private final String[] keys;
    private byte[] made;
    private long calls;

    /** @param keys the keys that mean something */
    protected RandomJson(long seed, long recordMillis, String... keys) {
        this.random = new Random(seed);
        this.recordMillis = recordMillis;
        this.keys = keys;
    }

    /** A value for a key that means something, mostly a good one. */
    protected abstract String value(String key);

    /** Every other record is one as it was made, followed by the same with bytes changed. */
    public final byte[] next() {
        if (calls++ % 2 == 0) {
            made = object().getBytes(StandardCharsets.UTF_8);
            if (one(20)) {
                made = concat(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, made);
            }
            return made;
        }
        byte[] json = made;
        for (int mutations = 1 + random.nextInt(3); mutations > 0; mutations--) {
            json = mutate(json);
        }
        return json;
    }

    private String object() {
        List<String> members = new ArrayList<>();
        for (String key : keys) {
            int times = one(30) ? random.nextInt(3) : 1;
            for (int i = 0; i < times; i++) {
                members.add(space() + key(key) + space() + ":" + space() + anyValue(key) + space());
            }
        }
        for (int unknown = one(3) ? random.nextInt(4) : 0; unknown > 0; unknown--) {
            members.add(space() + string(pick(NAMES)) + ":" + nested(0) + space());
        }
        if (one(2)) {
            Collections.shuffle(members, random);
        }
        return space() + "{" + String.join(",", members) + "}" + space();
    }

    protected final String key(String key) {
        return one(10) ? string(key) : "\"" + key + "\"";
    }

    private String anyValue(String key) {
        return one(40) ? oddValue() : value(key);
    }

    /** A value that is rarely a good one. */
    protected final String oddValue() {
        return switch (random.nextInt(4)) {
            case 0 -> pick(ODD_VALUES);
            case 1 -> nested(0);
            default -> pick(ODD_NUMBERS);
        };
    }

    /** An event time around the record's own time, in one of the many forms, and some that are none. */
    protected final String timestamp() {
        long millis = recordMillis - 3_900_000 + random.nextInt(4_500_000);
        if (one(50)) {
            millis = (long) (random.nextGaussian() * 2e14);
        }
        return switch (random.nextInt(3)) {
            case 0 -> number(BigInteger.valueOf(Math.floorDiv(millis, 1000L)));
            case 1 -> number(BigInteger.valueOf(millis));
            default -> time(millis);
        };
    }

    private String time(long millis) {
        ZoneOffset zone = one(2) ? ZoneOffset.UTC : ZoneOffset.ofHoursMinutes(random.nextInt(18), random.nextInt(60));
        zone = one(2) ? zone : ZoneOffset.ofTotalSeconds(-zone.getTotalSeconds());
        DateTimeFormatter form = one(2) ? TIMES[0] : TIMES[random.nextInt(TIMES.length)];
        char[] text = form.format(OffsetDateTime.ofInstant(Instant.ofEpochMilli(millis), zone))
                .toCharArray();
        if (one(10)) {
            text[random.nextInt(text.length)] = pick(new String[] {"0", "9", "6", "-", ":", "Z", "+", ".", "/"})
                    .charAt(0);
        }
        return one(10) ? string(String.valueOf(text)) : "\"" + String.valueOf(text) + "\"";
    }

    /** The same integer in one of the many forms that JSON has for it. */
    protected final String number(BigInteger integer) {
        int shift = random.nextInt(25) - 12;
        return switch (random.nextInt(8)) {
            case 0 -> integer + "." + "0".repeat(1 + random.nextInt(20));
            case 1 ->
                new BigDecimal(integer, shift).toPlainString()
                        + (one(2) ? "e" : "E")
                        + (shift < 0 || one(2) ? "" : "+")
                        + shift;
            case 2 -> integer + "0".repeat(Math.abs(shift)) + "e-" + (one(2) ? "0" : "") + Math.abs(shift);
            case 3 -> new BigDecimal(integer).divide(BigDecimal.TEN).toPlainString(); // integral in one case of ten
            default -> integer.toString();
        };
    }

    protected final String nested(int depth) {
        int kind = random.nextInt(depth < 6 ? 8 : 4);
        StringBuilder json = new StringBuilder();
        int size = random.nextInt(3);
        switch (kind) {
            case 0 -> json.append(string(name()));
            case 1 -> json.append(number(new BigInteger(70, random).negate()));
            case 2 -> json.append(pick(ODD_NUMBERS));
            case 3 -> json.append(pick(new String[] {"null", "true", "false"}));
            case 4, 5 -> {
                for (int i = 0; i < size; i++) {
                    json.append(i == 0 ? "" : ",").append(space()).append(nested(depth + 1));
                }
                json.insert(0, '[').append(space()).append(']');
            }
            default -> {
                for (int i = 0; i < size; i++) {
                    json.append(i == 0 ? "" : ",")
                            .append(key(pick(keys)))
                            .append(':')
                            .append(nested(depth + 1));
                }
                json.insert(0, '{').append(space()).append('}');
            }
        }
        return json.toString();
    }

    protected final String name() {
        return one(2) ? pick(NAMES) : "d" + random.nextInt(1000) + (one(4) ? pick(NAMES) : "");
    }

    protected final String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        boolean escapeMuch = one(3);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int shortEscape = "\"\\/\b\f\n\r\t".indexOf(c);
            if (shortEscape >= 0 && one(2)) {
                json.append('\\').append("\"\\/bfnrt".charAt(shortEscape));
            } else if (c < ' '
                    || c == '"'
                    || c == '\\'
                    || Character.isSurrogate(c) && escapeMuch
                    || escapeMuch && one(3)) {
                json.append("\\u")
                        .append((one(2) ? HexFormat.of() : HexFormat.of().withUpperCase()).toHexDigits(c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private byte[] mutate(byte[] json) {
        if (json.length == 0) {
            return json;
        }
        int at = random.nextInt(json.length);
        int to = Math.min(json.length, at + 1 + random.nextInt(6));
        byte odd = one(2) ? TELLING[random.nextInt(TELLING.length)] : (byte) random.nextInt(256);
        byte[] head = Arrays.copyOf(json, at);
        return switch (random.nextInt(6)) {
            case 0 -> head;
            case 1 -> concat(head, Arrays.copyOfRange(json, to, json.length));
            case 2 -> concat(head, new byte[] {odd}, Arrays.copyOfRange(json, at, json.length));
            case 3 -> concat(json, Arrays.copyOfRange(json, at, to));
            case 4 -> concat(head, Arrays.copyOfRange(json, at, to), Arrays.copyOfRange(json, at, json.length));
            default ->
                concat(
                        head,
                        new byte[] {one(2) ? odd : (byte) (json[at] ^ 1 << random.nextInt(8))},
                        Arrays.copyOfRange(json, at + 1, json.length));
        };
    }

    private static byte[] concat(byte[]... parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    protected final String space() {
        return pick(SPACES);
    }

    protected final String pick(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    protected final boolean one(int in) {
        return random.nextInt(in) == 0;
    }
}
