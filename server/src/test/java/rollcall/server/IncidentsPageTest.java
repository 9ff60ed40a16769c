package rollcall.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rollcall.store.Incident;
import rollcall.store.Stall;

/** "What went wrong", in a real Chromium. */
class IncidentsPageTest extends BrowserTest {

    private static final Instant MONDAY = Instant.parse("2026-01-05T14:00:00Z");

    @Test
    void whatGoesOnComesFirstThenTheNewest() {
        lose(1, MONDAY);
        lose(2, MONDAY.plusSeconds(3_600));
        server.database().incidents().begin(stall(), MONDAY.minusSeconds(60));
        Page page = open(1366);
        Locator rows = page.locator("#incidents .incident");
        assertThat(rows).hasCount(3);
        assertThat(rows.nth(0).locator(".kind")).hasText("Nothing came");
        assertThat(rows.nth(0).locator(".going-on")).isVisible();
        assertThat(rows.nth(0).locator(".detail")).hasText("No pings have come since 2026-01-05 13:57:00 UTC.");
        assertThat(rows.nth(0).locator(".remedy")).containsText("whether the job runs");
        assertThat(rows.nth(1).locator("time")).hasText("5 Jan 2026, 15:00");
        assertThat(rows.nth(1).locator(".going-on")).isHidden();
        assertThat(rows.nth(1).locator(".kind")).hasText("Data lost");
        assertThat(rows.nth(1).locator(".remedy")).containsText("retention.ms");
        assertThat(rows.nth(2).locator("time")).hasText("5 Jan 2026, 14:00");
        assertThat(page.locator("#incidents-zone")).hasText("Times in UTC");
        page.locator("#wrong").scrollIntoViewIfNeeded();
        TestBrowser.picture(page, "incidents");

        server.database().incidents().endStalls("pings", 18, MONDAY.plusSeconds(60));
        assertThat(rows.nth(2).locator(".kind")).hasText("Nothing came");
        assertThat(rows).hasCount(3);
        assertThat(rows.nth(2).locator(".detail")).hasText("No pings came from 13:57:00 to 14:01:00 UTC (4 min).");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatComesWhileSomebodyLooksIsPutIn() {
        Page page = open(1366);
        assertThat(page.getByText("None. No data has been lost.")).isVisible();
        assertThat(page.locator("#link-text")).hasText("Live");
        lose(1, MONDAY);
        assertThat(page.locator("#incidents .incident")).hasCount(1);
        assertThat(page.getByText("None. No data has been lost.")).isHidden();
    }

    @Test
    void ofManyAFewAreShownUntilAllAreAskedFor() {
        for (int i = 0; i < 300; i++) {
            lose(i, MONDAY.plusSeconds(i));
        }
        Page page = open(390);
        Locator rows = page.locator("#incidents .incident");
        assertThat(rows).hasCount(5);
        page.getByText("Show all 300").click();
        assertThat(rows).hasCount(300);
        page.getByText("Show the newest 5").click();
        assertThat(rows).hasCount(5);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        TestBrowser.picture(page, "incidents-phone");
    }

    @Test
    void rejectedRecordsAreCountedByReasonBesideWhereTheyAre() {
        server.pings().ping(1, "2018-01-01T04:00:00Z", true).count(Map.of("json", 12L, "driver_id", 3_204L));
        Page page = open(1366);
        Locator rows = page.locator("#reasons tr");
        assertThat(rows).hasCount(2);
        assertThat(rows.nth(0)).containsText("driver_id is missing");
        assertThat(rows.nth(0).locator(".number")).hasText("3,204");
        assertThat(rows.nth(1).locator("th")).hasText("json");
        assertThat(page.locator("#rejected-topic")).hasText("rollcall.rejected");
        page.setViewportSize(390, 844);
        page.locator("#rejected").scrollIntoViewIfNeeded();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        TestBrowser.picture(page, "rejected-phone");
    }

    private Page open(int width) {
        return browser.open(server, ColorScheme.DARK, width, 800);
    }

    private static Stall stall() {
        return new Stall("pings", "pings", 17, MONDAY.minusSeconds(180));
    }

    private void lose(int partition, Instant when) {
        server.database()
                .incidents()
                .record(new Incident(
                        Incident.DATA_LOST,
                        "pings",
                        "log",
                        partition,
                        0,
                        7,
                        7,
                        when,
                        "Kafka deleted <b>7</b> records."));
    }
}
