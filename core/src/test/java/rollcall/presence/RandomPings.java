package rollcall.presence;

import java.math.BigInteger;
import rollcall.json.RandomJson;

/** Records that are pings of every allowed form, nearly pings, and pings with bytes changed. */
final class RandomPings extends RandomJson {

    RandomPings(long seed, long recordMillis) {
        super(seed, recordMillis, "driver_id", "timestamp", "on_duty", "city");
    }

    @Override
    protected String value(String key) {
        return switch (key) {
            case "driver_id" -> one(3) ? string(name()) : number(new BigInteger(1 + random.nextInt(80), random));
            case "timestamp" -> timestamp();
            case "on_duty" ->
                one(3) ? String.valueOf(random.nextBoolean()) : number(BigInteger.valueOf(random.nextInt(2)));
            default -> string(name());
        };
    }
}
