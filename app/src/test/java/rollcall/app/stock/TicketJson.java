package rollcall.app.stock;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes tickets as JSON, and records that are none. */
final class TicketJson {

    private final Random random;

    TicketJson(Random random) {
        this.random = random;
    }

    Ticket good(String store, long recordMillis, long atMillis, Map<String, Long> cart, Map<String, Long> inventory) {
        boolean isTimed = atMillis != recordMillis || random.nextInt(4) == 0;
        List<String> fields = new ArrayList<>();
        fields.add(field("City", text(store.split("\\|")[0])));
        fields.add(field("State", text(store.split("\\|")[1])));
        if (random.nextInt(3) > 0) {
            fields.add(field("Counter", "" + random.nextInt(9)));
        }
        if (!cart.isEmpty() || random.nextBoolean()) {
            fields.add(field("Cart", amounts(cart)));
        }
        if (!inventory.isEmpty() || cart.isEmpty()) {
            fields.add(field("Inventory", amounts(inventory)));
        }
        if (isTimed) {
            fields.add(field("Timestamp", time(atMillis)));
        }
        if (random.nextInt(10) == 0) {
            fields.add("\"extra\":{\"Inventory\":{\"0\":0},\"x\":[1,{\"City\":null}]}");
        }
        if (random.nextInt(4) == 0) {
            Collections.shuffle(fields, random);
        }
        String json = "{" + space() + String.join("," + space(), fields) + space() + "}";
        return new Ticket(utf8(json), recordMillis, store, atMillis, inventory, null);
    }

    /** One that says something of the store's levels which must not count. */
    Ticket bad(String store, long recordMillis) {
        String place = "\"City\":\"" + store.split("\\|")[0] + "\",\"State\":\"" + store.split("\\|")[1] + "\"";
        String empty = "\"Inventory\":{\"0\":0,\"1\":0}";
        String[][] bads = {
            {"json", "not a ticket"},
            {"json", ""},
            {"json", "{" + place + "," + empty},
            {"City", "{\"City\":7,\"State\":\"TX\"," + empty + "}"},
            {"State", "{\"City\":\"Austin\",\"State\":\"\"," + empty + "}"},
            {"Cart", "{" + place + ",\"Cart\":{\"0\":-1}," + empty + "}"},
            {"Cart", "{" + place + ",\"Cart\":[]," + empty + "}"},
            {"Inventory", "{" + place + ",\"Inventory\":{\"0\":0,\"1\":1.5}}"},
            {"Inventory", "{" + place + "}"},
            {"Timestamp", "{" + place + ",\"Timestamp\":\"yesterday\"," + empty + "}"},
            {"future", "{" + place + ",\"Timestamp\":" + (recordMillis + 300_001) + "," + empty + "}"},
        };
        String[] bad = bads[random.nextInt(bads.length)];
        return new Ticket(utf8(bad[1]), recordMillis, store, 0, Map.of(), bad[0]);
    }

    private String field(String name, String value) {
        return "\"" + name + "\"" + space() + ":" + space() + value;
    }

    private String text(String name) {
        String escaped = String.format("\\u%04x", (int) name.charAt(0)) + name.substring(1);
        return "\"" + (random.nextInt(10) == 0 ? escaped : name) + "\"";
    }

    private String amounts(Map<String, Long> amounts) {
        return amounts.entrySet().stream()
                .map(amount -> text(amount.getKey()) + space() + ":" + space() + number(amount.getValue()))
                .collect(Collectors.joining(",", "{" + space(), space() + "}"));
    }

    private String number(long value) {
        return switch (random.nextInt(20)) {
            case 0 -> value + ".0";
            case 1 -> value + "e0";
            default -> Long.toString(value);
        };
    }

    private String time(long millis) {
        Instant instant = Instant.ofEpochMilli(millis);
        return switch (random.nextInt(4)) {
            case 0 -> Long.toString(millis);
            case 1 -> "\"" + instant + "\"";
            case 2 -> "\"" + instant.atOffset(ZoneOffset.ofHours(-5)) + "\"";
            default -> Long.toString(millis % 1000 == 0 ? millis / 1000 : millis);
        };
    }

    private String space() {
        return random.nextInt(4) == 0 ? " " : "";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
