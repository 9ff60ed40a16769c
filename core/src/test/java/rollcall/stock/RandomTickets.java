package rollcall.stock;

import java.math.BigInteger;
import rollcall.json.RandomJson;

/** Records that are tickets of every allowed form, nearly tickets, and tickets with bytes changed. */
final class RandomTickets extends RandomJson {

    private static final long LARGEST = (1L << 53) - 1;

    RandomTickets(long seed, long recordMillis) {
        super(seed, recordMillis, "City", "State", "Counter", "Cart", "Inventory", "Timestamp");
    }

    @Override
    protected String value(String key) {
        return switch (key) {
            case "City", "State" -> string(one(100) ? longName() : name());
            case "Counter" -> nested(3);
            case "Timestamp" -> timestamp();
            default -> amounts();
        };
    }

    private String amounts() {
        int size = one(50) ? random.nextInt(80) : random.nextInt(6);
        boolean alien = one(20);
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < size; i++) {
            json.append(i == 0 ? "" : ",").append(space()).append(product(size)).append(space());
            json.append(':').append(space()).append(alien && one(3) ? oddValue() : amount());
        }
        return "{" + json.append(space()) + "}";
    }

    private String product(int size) {
        if (one(500)) {
            return string(longName());
        }
        String name = one(20) ? name() : "";
        return key(name.isEmpty() && !one(100) ? String.valueOf(random.nextInt(2 * size)) : name);
    }

    private String amount() {
        if (one(10)) {
            return String.valueOf(LARGEST + (one(50) ? random.nextInt(3) : -random.nextInt(3)));
        }
        int amount = random.nextInt(1000);
        return one(3) ? number(BigInteger.valueOf(amount * 10L)) : String.valueOf(amount);
    }

    /** Around the limit of 256 bytes. */
    private String longName() {
        return "x".repeat(250) + name().repeat(2);
    }
}
