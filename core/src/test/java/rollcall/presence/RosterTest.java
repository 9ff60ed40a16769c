package rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RosterTest {

    private record Ping(long driver, boolean available) {}

    @Test
    void countsDriversOnceAndPingsEachTime() {
        Roster roster = new Roster();
        roster.add(1, true);
        roster.add(1, false);
        roster.add(2, false);
        roster.add(DriverId.of("three"), true);
        assertThat(roster).hasToString("3 online, 2 available, 4 pings");
        assertThat(roster.availablePings()).isEqualTo(2);
    }

    @Test
    void replayAddsNoDrivers() {
        Roster roster = roster(List.of(new Ping(1, true), new Ping(2, false)));
        roster.unite(roster(List.of(new Ping(1, true), new Ping(2, false))));
        assertThat(roster).isEqualTo(roster(List.of(new Ping(1, true), new Ping(2, false))));
    }

    @Test
    void unitingAndCountingIsAdding() {
        Roster more = roster(List.of(new Ping(2, true), new Ping(3, false)));
        Roster added = roster(List.of(new Ping(1, true)));
        Roster united = roster(List.of(new Ping(1, true)));
        added.add(more);
        united.unite(more);
        united.count(more.pings(), more.availablePings());
        assertThat(united).isEqualTo(added);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyOrderAndAnyCutGiveTheSameBytes(long seed) {
        Random random = new Random(seed);
        List<Ping> pings = pings(random);
        byte[] expected = roster(pings).toBytes();
        for (int round = 0; round < 10; round++) {
            Collections.shuffle(pings, random);
            Roster sum = new Roster();
            for (int from = 0; from < pings.size(); ) {
                int to = Math.min(pings.size(), from + 1 + random.nextInt(pings.size()));
                sum.add(Roster.fromBytes(roster(pings.subList(from, to)).toBytes()));
                from = to;
            }
            assertThat(sum.toBytes()).as("seed %d, round %d", seed, round).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void comesBackFromItsBytes(long seed) {
        Roster roster = roster(pings(new Random(seed)));
        Roster back = Roster.fromBytes(roster.toBytes());
        assertThat(back).as("seed %d", seed).isEqualTo(roster).hasSameHashCodeAs(roster);
        assertThat(back.toBytes()).as("seed %d", seed).isEqualTo(roster.toBytes());
    }

    @Test
    void emptyRosterComesBackFromItsBytes() {
        assertThat(Roster.fromBytes(new Roster().toBytes())).isEqualTo(new Roster());
    }

    /** Rosters are stored: later versions must read what this one wrote. */
    @Test
    void readsBytesOfVersionOne() {
        Roster roster = roster(List.of(new Ping(7, true), new Ping(0xFFFF_FFFFL, false), new Ping(1L << 32, true)));
        String stored = "01" + "0000000000000003" + "0000000000000002"
                + "3a30000002000000" + "00000000" + "ffff0000" + "18000000" + "1a000000" + "0700" + "ffff"
                + "00000001" + "0000000100000000"
                + "3a30000001000000" + "00000000" + "10000000" + "0700"
                + "00000001" + "0000000100000000";
        assertThat(HexFormat.of().formatHex(roster.toBytes())).isEqualTo(stored);
        assertThat(Roster.fromBytes(HexFormat.of().parseHex(stored))).isEqualTo(roster);
    }

    @Test
    void namesUnknownVersion() {
        byte[] bytes = new Roster().toBytes();
        bytes[0] = 9;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Roster.fromBytes(bytes))
                .withMessage("Roster format 9 is unknown here (known: 1); a newer Rollcall wrote it");
    }

    private static List<Ping> pings(Random random) {
        List<Ping> pings = new ArrayList<>();
        for (int i = 1 + random.nextInt(3000); i > 0; i--) {
            long driver = random.nextInt(5) == 0 ? DriverId.of("d" + random.nextInt(300)) : 1 + random.nextInt(2000);
            pings.add(new Ping(driver, random.nextBoolean()));
        }
        return pings;
    }

    private static Roster roster(List<Ping> pings) {
        Roster roster = new Roster();
        pings.forEach(ping -> roster.add(ping.driver, ping.available));
        return roster;
    }
}
