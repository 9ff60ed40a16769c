package rollcall.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a row of the page's alerts lets people do, in a real Chromium, and the file that can be made of them. */
class AlertRowPageTest extends BrowserTest {

    @Test
    void allWhoCanHelpAreShownOnDemand() {
        Page page = open();
        String id = server.alerts().low("Austin", "3");
        server.alerts().redirect(id, "Dallas", 27, 290.4);
        server.alerts().redirect(id, "Waco", 5, 1300);
        server.alerts().redirect(id, "<b>Houston</b>", 1, 1400.6);
        Locator row = page.locator("#alerts li.alert");
        Locator others = row.locator(".others");
        assertThat(row.locator(".redirect")).hasText("27 units from Dallas, TX (290 km)");
        assertThat(others).hasText("and 2 more");
        assertThat(others)
                .hasAttribute("title", "5 units from Waco, TX (1,300 km)\n1 unit from <b>Houston</b>, TX (1,401 km)");
        assertThat(row.locator(".donors")).isHidden();
        others.press("Enter");
        assertThat(others).hasAttribute("aria-expanded", "true");
        assertThat(row.locator(".donors li"))
                .hasText(
                        new String[] {"5 units from Waco, TX (1,300 km)", "1 unit from <b>Houston</b>, TX (1,401 km)"});
        others.press("Enter");
        assertThat(row.locator(".donors")).isHidden();
    }

    @Test
    void pointingAtARowIsToldToWhoeverListens() {
        Page page = open();
        server.alerts().low("Austin", "3");
        page.evaluate("window.told = []; document.addEventListener('alertfocus', (e) => told.push(e.detail.id))");
        Locator row = page.locator("#alerts li.alert");
        row.hover();
        page.waitForFunction("() => told.at(-1) === 'Austin|TX|3|1'");
        page.mouse().move(0, 0);
        page.waitForFunction("() => told.at(-1) === null");
        row.locator(".place").focus();
        page.waitForFunction("() => told.at(-1) === 'Austin|TX|3|1'");
        page.locator("#q").focus();
        page.waitForFunction("() => told.at(-1) === null");
        row.hover();
        page.waitForFunction("() => told.at(-1) !== null");
        page.locator("#status").selectOption("resolved");
        assertThat(row).hasCount(0);
        page.waitForFunction("() => told.at(-1) === null");
    }

    @Test
    void thePlaceOpensItsStore() {
        Page page = open();
        server.alerts().low("A|B 100%", "3");
        page.locator("#alerts .place").click();
        assertThat(page).hasURL(Pattern.compile("\\?store=A%257CB\\+100%2525%7CTX$"));
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("/$"));
    }

    @Test
    void whatIsListedIsSavedAsATable() throws IOException {
        Page page = open();
        String id = server.alerts().low("Austin", "3", Instant.parse("2026-01-05T22:30:00Z"));
        server.alerts().redirect(id, "Dallas", 27, 290.4);
        server.post("/api/alerts/Austin%7CTX%7C3%7C1/acknowledge", "{\"comment\":\"say \\\"yes\\\",\\nplease\"}");
        server.alerts().low("=cmd|' /C calc'!A0", "+1", Instant.parse("2026-01-05T22:31:00Z"));
        server.alerts().resolve(server.alerts().low("Waco", "4"), Duration.ofMinutes(5));
        page.locator("#status").selectOption("all");
        page.locator("#kind").selectOption("low");
        assertThat(page.locator("#alerts li.alert")).hasCount(3);
        page.locator("#q").fill("tx");
        assertThat(page).hasURL(Pattern.compile("q=tx"));
        Download saved = page.waitForDownload(() -> page.locator("#save-alerts").click());
        assertThat(saved.suggestedFilename()).matches("rollcall-alerts-\\d{4}-\\d\\d-\\d\\d-\\d{6}\\.csv");
        String acknowledgedAt = server.json("/api/alerts?q=3&kind=low&state=acknowledged")
                .get(0)
                .get("acknowledgedAt")
                .asText()
                .substring(0, 19)
                .replace('T', ' ');
        assertThat(Files.readString(saved.path()))
                .isEqualTo(
                        "Product,City,State,Status,Kind,Level,Demand per hour,Minutes left,Raised (UTC),Resolved (UTC),"
                                + "Acknowledged (UTC),Comment,Redirects\r\n"
                                + "4,Waco,TX,resolved,low,200,18.5,648.6,2018-01-01 04:00:00,2018-01-01 04:05:00,,,\r\n"
                                + "'+1,'=cmd|' /C calc'!A0,TX,open,low,12,18.5,38.9,2026-01-05 22:31:00,,,,\r\n"
                                + "3,Austin,TX,acknowledged,low,12,18.5,38.9,2026-01-05 22:30:00,,"
                                + acknowledgedAt
                                + ",\"say \"\"yes\"\",\nplease\",\"27 units from Dallas, TX (290 km)\"\r\n");
        assertThat(page.locator("#shelf-note")).hasText("Saved 3 alerts.");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aTableHasTheNewestTenThousandAndSaysSo() throws IOException {
        server.alerts().low("Austin", 10_001);
        Page page = browser.open(server, ColorScheme.LIGHT, 1280, 1000, "/?zone=local");
        assertThat(page.locator("#shown")).hasText("Showing 20 of 10,001");
        Download saved = page.waitForDownload(() -> page.locator("#save-alerts").click());
        List<String> lines = Files.readAllLines(saved.path());
        assertThat(lines).hasSize(10_001);
        assertThat(lines.get(0))
                .contains("Raised (" + page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone") + ")");
        assertThat(lines).noneMatch(line -> line.startsWith("0,"));
        assertThat(page.locator("#shelf-note"))
                .hasText("Saved the newest 10,000 of 10,001 alerts; a file has no more. A search has fewer.");
    }

    @Test
    void saysSoWhenNothingCanBeSaved() {
        Page page = open();
        assertThat(page.getByText("No shelf is low")).isVisible();
        page.route("**/api/alerts?*", route -> route.abort());
        page.locator("#save-alerts").click();
        assertThat(page.locator("#shelf-note")).containsText("Can't save the alerts.");
    }

    private Page open() {
        return browser.open(server, ColorScheme.LIGHT, 1280, 1000);
    }
}
