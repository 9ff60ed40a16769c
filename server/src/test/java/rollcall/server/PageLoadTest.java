package rollcall.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page loads, and that nothing jumps about while it is used. */
class PageLoadTest extends BrowserTest {

    private static final int LARGEST = 500_000;

    private final long now = Instant.now().getEpochSecond();

    @BeforeEach
    void fill() {
        server.pings()
                .ping(1, now, true, "Austin")
                .ping(2, now - 60, false, "Waco")
                .count();
        server.alerts().low("Austin", "3");
    }

    @Test
    void isSmallAndAsksNobodyElse() {
        Page page = open();
        assertThat(loaded(page))
                .hasSizeGreaterThan(20)
                .allMatch(url -> url.startsWith(server.uri("/").toString()));
        Number transferred = (Number)
                page.evaluate("performance.getEntries().reduce((sum, each) => sum + (each.transferSize ?? 0), 0)");
        assertThat(transferred.intValue()).isBetween(LARGEST / 2, LARGEST);
    }

    @Test
    void nothingShiftsWhenFiguresAndAlertsChange() {
        Page page = open();
        page.evaluate("""
                window.shifts = [];
                new PerformanceObserver((list) => list.getEntries().forEach((each) =>
                  window.shifts.push(...each.sources.map(({ node }) => node)
                    .filter((node) => node && !(node.parentElement ?? node).closest(".alerts")) // makes room for a new one
                    .map((node) => node.outerHTML ?? node.textContent))))
                  .observe({ type: "layout-shift" });
                """);
        for (int driver = 10; driver < 1_200; driver++) {
            server.pings().ping(driver, now + driver % 120, driver % 3 == 0, "Austin");
        }
        server.pings().count();
        assertThat(page.locator("#online")).hasText("1,192");
        String id = server.alerts().low("Waco", "4");
        server.alerts().redirect(id, "Dallas", 27, 290.4);
        assertThat(page.locator("#alerts li")).hasCount(2);
        server.alerts().sellOut(id);
        assertThat(page.locator("#alerts li").first().locator(".kind")).hasText("Out of stock");
        assertThat(page.evaluate("window.shifts")).isEqualTo(List.of());
    }

    @SuppressWarnings("unchecked")
    private static List<String> loaded(Page page) {
        return (List<String>) page.evaluate("performance.getEntriesByType('resource').map((each) => each.name)");
    }

    private Page open() {
        Page page = browser.open(server, ColorScheme.LIGHT, 1366, 900);
        await(page);
        return page;
    }

    private static void await(Page page) {
        assertThat(page.locator("#online")).hasText("2");
        assertThat(page.locator("#chart canvas")).isVisible();
        assertThat(page.locator("#alerts li")).hasCount(1);
        page.waitForLoadState();
    }
}
