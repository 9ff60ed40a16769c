package rollcall.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static rollcall.app.simulate.ChainUnderTest.DAY;
import static rollcall.app.simulate.ChainUnderTest.HOUR;
import static rollcall.app.simulate.ChainUnderTest.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import rollcall.geo.Gazetteer;
import rollcall.geo.Place;
import rollcall.stock.TicketRejection;
import rollcall.stock.TicketScanner;

final class StoreChainTest {

    private static final int TICKETS = 40_000;

    private final TicketScanner scanner =
            new TicketScanner(Duration.ofMinutes(5).toMillis(), Long.MAX_VALUE);

    @Test
    void sameSeedGivesTheSameRecords() {
        ChainUnderTest one = new ChainUnderTest(1, 0.02, 0.001);
        ChainUnderTest other = new ChainUnderTest(1, 0.02, 0.001);
        for (int i = 0; i < TICKETS; i++) {
            ProducerRecord<byte[], byte[]> ticket = one.next();
            ProducerRecord<byte[], byte[]> again = other.next();
            assertThat(again.key()).isEqualTo(ticket.key());
            assertThat(again.value()).isEqualTo(ticket.value());
        }
    }

    @Test
    void anotherSeedGivesOtherTickets() {
        ChainUnderTest one = new ChainUnderTest(1, 0, 0);
        ChainUnderTest other = new ChainUnderTest(2, 0, 0);
        long same = IntStream.range(0, 1_000)
                .filter(i -> Arrays.equals(one.next().value(), other.next().value()))
                .count();
        assertThat(same).isLessThan(100);
    }

    @Test
    void everyTicketHasWhatItsReadersAskFor() {
        ChainUnderTest chain = new ChainUnderTest(3, 0, 0);
        for (int i = 0; i < TICKETS; i++) {
            ProducerRecord<byte[], byte[]> record = chain.next();
            JsonNode ticket = ChainUnderTest.json(record);
            assertThat(scan(record)).isNull();
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(store(ticket));
            assertThat(ticket.get("Timestamp").asLong()).isEqualTo(record.timestamp() / 1_000);
            assertThat(ticket.get("Counter").asInt()).isPositive();
            assertThat(ticket.get("Cart").size()).isBetween(1, 5);
            assertThat(ticket.get("Cart"))
                    .allSatisfy(units -> assertThat(units.asInt()).isBetween(1, 4));
            assertThat(ticket.get("Inventory").fieldNames())
                    .toIterable()
                    .containsAll(() -> ticket.get("Cart").fieldNames());
        }
    }

    @Test
    void someProductsSellBetterAndStoresHaveTheirFavourites() {
        Map<String, Long> all = new HashMap<>();
        Map<String, Map<String, Long>> byStore = new HashMap<>();
        new ChainUnderTest(4, 0, 0)
                .read(
                        DAY,
                        (ticket, now) -> ticket.get("Cart").properties().forEach(bought -> {
                            all.merge(bought.getKey(), bought.getValue().asLong(), Long::sum);
                            byStore.computeIfAbsent(store(ticket), unknown -> new HashMap<>())
                                    .merge(bought.getKey(), bought.getValue().asLong(), Long::sum);
                        }));
        assertThat(all).hasSize(24);
        assertThat(all.get(best(all)))
                .isGreaterThan(3 * all.values().stream().min(Long::compare).orElseThrow());
        assertThat(byStore.values().stream().map(StoreChainTest::best).distinct())
                .hasSizeGreaterThan(5);
    }

    @Test
    void allStoresSellAndThoseInLargerCitiesMore() {
        Map<String, Integer> tickets = new HashMap<>();
        new ChainUnderTest(5, 0, 0).read(DAY, (ticket, now) -> tickets.merge(store(ticket), 1, Integer::sum));
        assertThat(tickets).hasSize(60);
        assertThat(tickets.get("New York City|NY")).isGreaterThan(2 * tickets.get("Wichita|KS"));
    }

    @Test
    void mostStoresAreClosedAtNightAndBusyAtNoon() {
        Map<String, int[]> byUtcHour = new HashMap<>();
        new ChainUnderTest(6, 0, 0)
                .read(
                        DAY,
                        (ticket, now) -> byUtcHour
                                .computeIfAbsent(store(ticket), unknown -> new int[24])[(int) (now % DAY / HOUR)]++);
        int noonInChicago = 18;
        int nightInChicago = 10;
        assertThat(byUtcHour.values())
                .filteredOn(tickets -> tickets[nightInChicago] == 0)
                .hasSizeBetween(25, 45);
        assertThat(byUtcHour.values())
                .allSatisfy(tickets -> assertThat(tickets[noonInChicago]).isPositive());
    }

    @Test
    void asManyAreLateAsAskedForAndByAnHourAtMost() {
        AtomicLong late = new AtomicLong();
        AtomicLong latest = new AtomicLong();
        new ChainUnderTest(7, 0.1, 0).read(DAY, (ticket, now) -> {
            long lateSeconds = now - ticket.get("Timestamp").asLong();
            late.addAndGet(lateSeconds > 0 ? 1 : 0);
            latest.accumulateAndGet(lateSeconds, Math::max);
        });
        assertThat(late.get() / (2.0 * DAY)).isCloseTo(0.1, within(0.01));
        assertThat(latest.get()).isBetween(HOUR - 100L, (long) HOUR);
    }

    @Test
    void asManyAreBadAsAskedForAndInEveryWay() {
        ChainUnderTest chain = new ChainUnderTest(8, 0.5, 0.1);
        Map<TicketRejection, Integer> bad = new EnumMap<>(TicketRejection.class);
        for (int i = 0; i < TICKETS; i++) {
            TicketRejection rejection = scan(chain.next());
            if (rejection != null) {
                bad.merge(rejection, 1, Integer::sum);
            }
        }
        int all = bad.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(all / (double) TICKETS).isCloseTo(0.1, within(0.01));
        assertThat(bad)
                .containsOnlyKeys(
                        TicketRejection.JSON,
                        TicketRejection.CITY,
                        TicketRejection.STATE,
                        TicketRejection.CART,
                        TicketRejection.INVENTORY,
                        TicketRejection.FUTURE);
    }

    @Test
    void storesHaveCitiesOfTheirOwnThatAreOnTheMap() {
        Gazetteer gazetteer = Gazetteer.unitedStates();
        assertThat(StoreCity.ALL).hasSize(150).extracting(StoreCity::key).doesNotHaveDuplicates();
        assertThat(StoreCity.ALL)
                .allSatisfy(city -> assertThat(gazetteer.find(new Place(city.name(), city.state())))
                        .isPresent());
        assertThat(StoreCity.ALL.get(0)).isEqualTo(new StoreCity("New York City", "NY", 8175, -5));
    }

    private TicketRejection scan(ProducerRecord<byte[], byte[]> record) {
        return scanner.scan(record.value(), 0, record.value().length, record.timestamp());
    }

    private static String best(Map<String, Long> units) {
        return units.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}
