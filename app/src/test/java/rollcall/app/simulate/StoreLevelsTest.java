package rollcall.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.app.simulate.ChainUnderTest.DAY;
import static rollcall.app.simulate.ChainUnderTest.HOUR;
import static rollcall.app.simulate.ChainUnderTest.MONDAY_MIDNIGHT;
import static rollcall.app.simulate.ChainUnderTest.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class StoreLevelsTest {

    private static final int DAYS = 3;
    private static final int THRESHOLD = 20;

    private final Map<String, Long> levels = new HashMap<>();

    @Test
    void levelsFallByWhatIsSoldAndRiseByRestocksAlone() {
        AtomicInteger restocks = new AtomicInteger();
        new ChainUnderTest(1, 0.05, 0).read(DAYS * DAY, (ticket, now) -> {
            boolean late = ticket.get("Timestamp").asLong() < now;
            ticket.get("Inventory").properties().forEach(left -> {
                long level = left.getValue().asLong();
                long sold = ticket.get("Cart").path(left.getKey()).asLong();
                Long before = levels.put(store(ticket) + "|" + left.getKey(), level);
                boolean restocked = before != null && level > before;
                restocks.addAndGet(restocked ? 1 : 0);
                assertThat(level).isNotNegative();
                assertThat(before == null || level == before - sold || restocked && !late)
                        .as("%s of %s after %s", left, ticket, before)
                        .isTrue();
            });
        });
        assertThat(restocks.get()).isGreaterThan(DAYS * 100);
    }

    @Test
    void shelvesRunLowEveryHourAndOutNowAndThen() {
        Set<String> low = new HashSet<>();
        int[] lowByHour = new int[DAYS * 24];
        AtomicInteger outs = new AtomicInteger();
        new ChainUnderTest(2, 0.02, 0)
                .read(
                        DAYS * DAY,
                        (ticket, now) -> ticket.get("Inventory").properties().forEach(left -> {
                            String shelf = store(ticket) + "|" + left.getKey();
                            long level = left.getValue().asLong();
                            Long before = levels.put(shelf, level);
                            outs.addAndGet(level == 0 && before != null && before > 0 ? 1 : 0);
                            if (level <= THRESHOLD && low.add(shelf)) {
                                lowByHour[(int) (now - MONDAY_MIDNIGHT) / HOUR]++;
                            } else if (level > THRESHOLD * 3 / 2) {
                                low.remove(shelf);
                            }
                        }));
        int lows = Arrays.stream(lowByHour).sum();
        assertThat(lows / (24 * DAYS)).as("shelves an hour").isBetween(4, 40);
        assertThat(outs.get()).isBetween(DAYS, lows / 2);
    }

    @Test
    void rushMakesAShelfLowWithinSeconds() {
        ChainUnderTest chain = new ChainUnderTest(3, 0, 0);
        chain.read(HOUR, this::note);
        assertThat(levels.values()).noneMatch(level -> level <= 10);
        chain.rush();
        chain.read(40, this::note);
        assertThat(levels.values()).filteredOn(level -> level <= 10).hasSize(1);
    }

    @Test
    void storeThatHasNothingLeftIsFilledUp() {
        ChainUnderTest chain = new ChainUnderTest(new ChainSettings(1, 1, new FeedSettings(0, 0, 4, 0, 0, 1, null)));
        chain.read(DAY, (ticket, now) -> assertThat(ticket.get("Cart")).hasSize(1));
    }

    private void note(JsonNode ticket, long now) {
        ticket.get("Inventory")
                .properties()
                .forEach(left -> levels.put(
                        store(ticket) + "|" + left.getKey(), left.getValue().asLong()));
    }
}
