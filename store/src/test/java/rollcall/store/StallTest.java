package rollcall.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StallTest {

    private final Stall stall = new Stall("pings", "pings", 17, Instant.parse("2026-01-01T14:02:10Z"));

    @Test
    void saysSinceWhenNothingComes() {
        assertThat(stall.incident(Instant.parse("2026-01-01T14:04:10Z")).detail())
                .isEqualTo("No pings have come since 2026-01-01 14:02:10 UTC.");
    }

    @Test
    void saysHowLongNothingCame() {
        assertThat(stall.detailOnceOver(Instant.parse("2026-01-01T14:09:31Z")))
                .isEqualTo("No pings came from 14:02:10 to 14:09:31 UTC (7 min).");
    }

    @Test
    void saysWhichDaysWhereItIsNotOne() {
        assertThat(stall.detailOnceOver(Instant.parse("2026-01-02T01:00:00Z")))
                .isEqualTo("No pings came from 2026-01-01 14:02:10 to 2026-01-02 01:00:00 UTC (10 h 57 min).");
    }
}
