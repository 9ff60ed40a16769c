package rollcall.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private final RecentEvents events = new RecentEvents("k3", 3);

    @Test
    void givesWhatCameAfter() {
        events.add("presence", "1");
        StreamEvent second = events.add("presence", "2");
        StreamEvent third = events.add("incident", "3");
        assertThat(events.after("k3-1")).contains(List.of(second, third));
        assertThat(events.after("k3-3")).contains(List.of());
    }

    @Test
    void knowsWhenItHasForgotten() {
        for (int i = 1; i <= 5; i++) {
            events.add("presence", String.valueOf(i));
        }
        assertThat(events.after("k3-1")).isEmpty();
        assertThat(events.after("k3-2").orElseThrow()).hasSize(3);
    }

    @Test
    void takesOnlyIdsOfItsOwn() {
        events.add("presence", "1");
        assertThat(events.after(null)).isEmpty();
        assertThat(events.after("k4-1")).isEmpty();
        assertThat(events.after("k3-2")).isEmpty();
        assertThat(events.after("k3--1")).isEmpty();
        assertThat(events.after("k3-99999999999999999999")).isEmpty();
        assertThat(events.after("k3-0")).isPresent();
    }
}
