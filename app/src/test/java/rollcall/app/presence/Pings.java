package rollcall.app.presence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Seeded random pings of every shape that the contract allows: integer and string drivers, seconds, milliseconds and
 * ISO-8601, numbers and booleans on duty, with and without city, fields in any order with others between; some late,
 * some twice, some bad.
 */
final class Pings {

    static final long START = 1_514_779_200;

    private static final String[] CITIES = {"Austin", "New York City", "Zürich", "a\\\"b", "<img src=x>"};

    private final Random random;
    private final int drivers;
    private final int seconds;

    /**
     * @param drivers how many drivers there are
     * @param seconds how long the range is that event times lie in
     */
    Pings(long seed, int drivers, int seconds) {
        this.random = new Random(seed);
        this.drivers = drivers;
        this.seconds = seconds;
    }

    /** So many pings and 1% duplicates more; 2% of them late by up to half the range, 0.5% bad. */
    List<Ping> make(int count) {
        List<Ping> pings = new ArrayList<>(count + count / 50);
        for (int i = 0; i < count; i++) {
            long now = START + (long) seconds * i / count;
            Ping ping = random.nextInt(1000) < 5 ? bad(now) : good(now);
            pings.add(ping);
            if (random.nextInt(100) == 0) {
                pings.add(ping);
            }
        }
        return pings;
    }

    private Ping good(long now) {
        long second = random.nextInt(50) == 0 ? now - random.nextInt(seconds / 2) : now;
        int number = 1 + random.nextInt(drivers);
        boolean isNamed = number % 5 == 0;
        boolean available = random.nextBoolean();
        String city = random.nextInt(3) == 0 ? CITIES[number % CITIES.length] : null;
        List<String> fields = new ArrayList<>();
        fields.add("\"driver_id\":" + space() + (isNamed ? "\"driver-" + number + "\"" : number(number)));
        fields.add("\"timestamp\":" + space() + time(second));
        fields.add("\"on_duty\":" + space() + duty(available));
        if (city != null) {
            fields.add("\"city\":" + space() + "\"" + city + "\"");
        }
        if (random.nextInt(10) == 0) {
            fields.add("\"extra\":{\"timestamp\":[1,{\"driver_id\":null}],\"x\":\"\\u00e9}\"}");
        }
        if (random.nextInt(5) == 0) {
            Collections.shuffle(fields, random);
        }
        String json = "{" + space() + String.join("," + space(), fields) + space() + "}";
        Object driver = isNamed ? "driver-" + number : (Object) number;
        return new Ping(utf8(json), now * 1000, driver, second, available, city, null);
    }

    private Ping bad(long now) {
        String good = ping("7", Long.toString(now), "1");
        String[][] bads = {
            {"json", "not a ping"},
            {"json", ""},
            {"json", good.substring(0, good.length() - 1)},
            {"json", good + "]"},
            {"driver_id", ping("0", "" + now, "1")},
            {"driver_id", ping("-3", "" + now, "1")},
            {"driver_id", ping("\"\"", "" + now, "true")},
            {"driver_id", "{\"timestamp\":" + now + ",\"on_duty\":1}"},
            {"timestamp", ping("7", "\"yesterday\"", "1")},
            {"on_duty", ping("7", "" + now, "2")},
            {"on_duty", ping("7", "" + now, "null")},
            {"future", ping("7", "" + (now + 301), "1")},
        };
        String[] bad = bads[random.nextInt(bads.length)];
        return new Ping(utf8(bad[1]), now * 1000, null, 0, false, null, bad[0]);
    }

    private static String ping(String driver, String time, String duty) {
        return "{\"driver_id\":" + driver + ",\"timestamp\":" + time + ",\"on_duty\":" + duty + "}";
    }

    private String number(long value) {
        return switch (random.nextInt(20)) {
            case 0 -> value + ".0";
            case 1 -> value + "e0";
            default -> Long.toString(value);
        };
    }

    private String time(long second) {
        return switch (random.nextInt(6)) {
            case 0 -> Long.toString(second * 1000 + random.nextInt(1000));
            case 1 -> "\"" + Instant.ofEpochSecond(second) + "\"";
            case 2 -> "\"" + Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofHours(-5)) + "\"";
            default -> Long.toString(second);
        };
    }

    private String duty(boolean available) {
        return random.nextInt(4) == 0 ? Boolean.toString(available) : available ? "1" : "0";
    }

    private String space() {
        return random.nextInt(4) == 0 ? " " : "";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
