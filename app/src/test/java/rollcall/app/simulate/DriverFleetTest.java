package rollcall.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rollcall.presence.PingScanner;
import rollcall.presence.Rejection;

final class DriverFleetTest {

    private static final long MONDAY_MIDNIGHT =
            Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
    private static final int PINGS = 100_000;

    private final PingScanner scanner = new PingScanner(Duration.ofMinutes(5).toMillis(), Long.MAX_VALUE);

    @Test
    void sameSeedGivesTheSameBytes() {
        DriverFleet one = new DriverFleet(settings(1, 0.02, 0.001));
        DriverFleet other = new DriverFleet(settings(1, 0.02, 0.001));
        for (int i = 0; i < PINGS; i++) {
            assertThat(one.next(MONDAY_MIDNIGHT + i)).isEqualTo(other.next(MONDAY_MIDNIGHT + i));
        }
    }

    @Test
    void anotherSeedGivesAnotherFleet() {
        DriverFleet one = new DriverFleet(settings(1, 0, 0));
        DriverFleet other = new DriverFleet(settings(2, 0, 0));
        int same = 0;
        for (int i = 0; i < 1000; i++) {
            same += Arrays.equals(one.next(MONDAY_MIDNIGHT + i), other.next(MONDAY_MIDNIGHT + i)) ? 1 : 0;
        }
        assertThat(same).isLessThan(100);
    }

    @Test
    void everyPingIsValidWhereNoneIsToBeBad() {
        DriverFleet fleet = new DriverFleet(settings(3, 0.02, 0));
        for (int i = 0; i < PINGS; i++) {
            assertThat(scan(fleet.next(MONDAY_MIDNIGHT + i), MONDAY_MIDNIGHT + i))
                    .isNull();
            assertThat(scanner.city()).isIn(City.ALL.stream().map(City::name).toList());
            assertThat(scanner.driver()).isBetween(DriverFleet.FIRST_DRIVER, DriverFleet.FIRST_DRIVER + 14_999);
        }
    }

    @Test
    void asManyAreLateAsAskedForAndByAnHourAtMost() {
        DriverFleet fleet = new DriverFleet(settings(4, 0.1, 0));
        int late = 0;
        long latest = 0;
        for (int i = 0; i < PINGS; i++) {
            scan(fleet.next(MONDAY_MIDNIGHT), MONDAY_MIDNIGHT);
            long lateMillis = MONDAY_MIDNIGHT - scanner.epochMilli();
            late += lateMillis > 0 ? 1 : 0;
            latest = Math.max(latest, lateMillis);
        }
        assertThat(late / (double) PINGS).isCloseTo(0.1, within(0.01));
        assertThat(latest).isBetween(3_500_000L, 3_600_000L);
    }

    @Test
    void asManyAreBadAsAskedForAndInEveryWay() {
        DriverFleet fleet = new DriverFleet(settings(5, 0.5, 0.1));
        Map<Rejection, Integer> bad = new EnumMap<>(Rejection.class);
        for (int i = 0; i < PINGS; i++) {
            Rejection rejection = scan(fleet.next(MONDAY_MIDNIGHT), MONDAY_MIDNIGHT);
            if (rejection != null) {
                bad.merge(rejection, 1, Integer::sum);
            }
        }
        int all = bad.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(all / (double) PINGS).isCloseTo(0.1, within(0.01));
        assertThat(bad)
                .containsOnlyKeys(
                        Rejection.JSON, Rejection.DRIVER_ID, Rejection.TIMESTAMP, Rejection.ON_DUTY, Rejection.FUTURE);
    }

    @Test
    void moreDriveByDayThanByNight() {
        DriverFleet fleet = new DriverFleet(settings(6, 0, 0));
        int[] online = new int[24];
        for (int hour = 0; hour < 24; hour++) {
            online[hour] = drivers(fleet, MONDAY_MIDNIGHT + hour * 3_600_000L).size();
        }
        int noonInChicago = online[18];
        int fourInTheMorningInChicago = online[10];
        assertThat(noonInChicago).isBetween(15_000 / 4, 15_000 * 2 / 3);
        assertThat(fourInTheMorningInChicago).isBetween(15_000 / 50, noonInChicago / 2);
    }

    @Test
    void mostDriversOnShiftAreAvailableButNotAll() {
        Map<Long, Boolean> drivers = drivers(new DriverFleet(settings(7, 0, 0)), MONDAY_MIDNIGHT);
        long available =
                drivers.values().stream().filter(isAvailable -> isAvailable).count();
        assertThat(available / (double) drivers.size()).isCloseTo(0.8, within(0.03));
    }

    @Test
    void everyDriverOnShiftPingsEveryFewSeconds() {
        DriverFleet fleet = new DriverFleet(settings(8, 0, 0));
        Set<Long> before = new HashSet<>();
        Set<Long> after = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            scan(fleet.next(MONDAY_MIDNIGHT + i), MONDAY_MIDNIGHT + i);
            (i < 10_000 ? before : after).add(scanner.driver());
        }
        before.retainAll(after);
        assertThat(before.size()).isGreaterThan(after.size() * 99 / 100);
    }

    @Test
    void fleetOfOnePingsAlsoAtNight() {
        DriverFleet fleet = new DriverFleet(new FleetSettings(1, new FeedSettings(1, 0, 1, 0, 0, 1, null)));
        for (int hour = 0; hour < 200; hour++) {
            long now = MONDAY_MIDNIGHT + hour * 3_600_000L;
            assertThat(scan(fleet.next(now), now)).isNull();
        }
    }

    /** Who pings within ten seconds at 1,000 pings/s, and whether available. */
    private Map<Long, Boolean> drivers(DriverFleet fleet, long fromMillis) {
        Map<Long, Boolean> drivers = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            scan(fleet.next(fromMillis + i), fromMillis + i);
            drivers.put(scanner.driver(), scanner.available());
        }
        return drivers;
    }

    private Rejection scan(byte[] ping, long nowMillis) {
        return scanner.scan(ping, 0, ping.length, nowMillis);
    }

    private static FleetSettings settings(long seed, double lateShare, double badShare) {
        return new FleetSettings(15_000, new FeedSettings(1_000, 0, seed, lateShare, badShare, 1, null));
    }
}
