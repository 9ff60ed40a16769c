package rollcall.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TextCacheTest {

    private final TextCache cache = new TextCache();

    @Test
    void givesTheSameStringAgain() {
        assertThat(get("São Paulo")).isEqualTo("São Paulo").isSameAs(get("São Paulo"));
    }

    @Test
    void staysRightWhenManyMoreNamesComeThanItHolds() {
        for (int i = 0; i < 100_000; i++) {
            assertThat(get("city-" + i)).isEqualTo("city-" + i);
        }
    }

    @Test
    void doesNotKeepVeryLongNames() {
        assertThat(get("x".repeat(1000))).isEqualTo("x".repeat(1000)).isNotSameAs(get("x".repeat(1000)));
    }

    private String get(String text) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return cache.get(bytes, 1, bytes.length - 2);
    }
}
