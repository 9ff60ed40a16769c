package rollcall.engine.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import rollcall.presence.Bucket;
import rollcall.presence.Level;
import rollcall.presence.Roster;
import rollcall.store.KafkaRange;

class RosterPartTest {

    @Test
    void comesBackFromBytesAsItWas() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            RosterPart part = new RosterPart(
                    Bucket.of(Level.values()[random.nextInt(3)], random.nextLong() >> 20, city(random)),
                    new KafkaRange("topic", "id~3", random.nextInt(1000), random.nextInt(1000), 1L << 50),
                    roster(random));

            assertThat(RosterPart.fromBytes(part.toBytes())).as("seed %d", seed).isEqualTo(part);
        }
    }

    @Test
    void bucketsThatDifferHaveKeysThatDiffer() {
        assertThat(key(Level.MINUTE, 0, "1|2")).isNotEqualTo(key(Level.MINUTE, 60, "2"));
        assertThat(key(Level.MINUTE, 0, "")).isNotEqualTo(key(Level.HOUR, 0, ""));
        assertThat(key(Level.MINUTE, -60, "a")).isNotEqualTo(key(Level.MINUTE, 60, "a"));
    }

    private static String key(Level level, long start, String city) {
        return new RosterPart(new Bucket(level, start, city), new KafkaRange("topic", "id", 0, 0, 1), new Roster())
                .key();
    }

    private static Roster roster(Random random) {
        Roster roster = new Roster();
        for (int i = random.nextInt(500); i > 0; i--) {
            roster.add(random.nextBoolean() ? 1 + random.nextInt(1000) : random.nextLong(), random.nextBoolean());
        }
        return roster;
    }

    private static String city(Random random) {
        return random.nextInt(3) == 0 ? "" : "Zürich 😀\u0000|".repeat(random.nextInt(10_000));
    }
}
