package rollcall.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import rollcall.stock.AlertKind;

/** Which alerts the page lists, in a real Chromium: chosen, searched, looked up in the past. */
class AlertFilterPageTest extends BrowserTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    /** A row that is to leave says for a while what became of it; many rows take a while on a busy machine. */
    private static final LocatorAssertions.HasCountOptions LONG =
            new LocatorAssertions.HasCountOptions().setTimeout(20_000);

    @Test
    void theListIsChosenByStatusAndKindAndTheAddressKeepsIt() {
        Page page = open();
        raiseOneOfEach();
        assertThat(products(page)).hasText(new String[] {"Product out", "Product low", "Product seen"});
        page.locator("#status").selectOption("open");
        assertThat(products(page)).hasText(new String[] {"Product out", "Product low"});
        page.locator("#kind").selectOption("out-of-stock");
        assertThat(products(page)).hasText(new String[] {"Product out"});
        assertThat(page).hasURL(Pattern.compile("\\?status=open&kind=out-of-stock$"));

        page.goBack();
        assertThat(page.locator("#kind")).hasValue("");
        assertThat(products(page)).hasText(new String[] {"Product out", "Product low"});
        page.goForward();
        assertThat(products(page)).hasText(new String[] {"Product out"});
        page.locator("#status").selectOption("all");
        page.locator("#kind").selectOption("");
        assertThat(products(page)).hasCount(4);
        page.locator("#status").selectOption("acknowledged");
        assertThat(products(page)).hasText(new String[] {"Product seen"});
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whatIsTypedIsLookedForAndLeavesNoStepsBack() {
        Page page = open();
        server.alerts().low("Austin", "oat-milk");
        server.alerts().low("Waco", "oat-bread");
        assertThat(products(page)).hasCount(2);
        int steps = (int) page.evaluate("history.length");
        page.locator("#q").pressSequentially("waco, OAT");
        assertThat(products(page)).hasText(new String[] {"Product oat-bread"});
        assertThat(page).hasURL(Pattern.compile("\\?q=waco,\\+OAT$"));
        assertThat(page.evaluate("history.length")).isEqualTo(steps);

        page.reload();
        assertThat(page.locator("#q")).hasValue("waco, OAT");
        assertThat(products(page)).hasText(new String[] {"Product oat-bread"});
    }

    @Test
    void whatIsTypedIsNoPatternAndNoMarkup() {
        Page page = open();
        server.alerts().low("Austin", "3");
        server.alerts().low(HOSTILE, HOSTILE);
        page.locator("#q").fill(".*");
        assertThat(page.locator("#no-match")).containsText("Nothing matches “.*” · active");
        page.locator("#q").fill(HOSTILE);
        assertThat(products(page)).hasText(new String[] {"Product " + HOSTILE});
        page.locator("#q").fill(HOSTILE + "(");
        assertThat(page.locator("#no-match")).containsText("Nothing matches “" + HOSTILE + "(”");
        assertThat(page.locator("#shelf img")).hasCount(0);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whereNothingMatchesOneStepShowsAll() {
        Page page = open();
        server.alerts().low("Austin", "3");
        assertThat(products(page)).hasCount(1);
        page.locator("#kind").selectOption("running-low");
        page.locator("#q").fill("waco");
        assertThat(page.locator("#no-match")).containsText("Nothing matches “waco” · running low · active");
        assertThat(page.getByText("No shelf is low")).isHidden();
        TestBrowser.picture(page, "alerts-no-match");
        page.locator("#show-all").click();
        assertThat(products(page)).hasCount(1);
        assertThat(page.locator("#q")).hasValue("");
        assertThat(page.locator("#no-match")).isHidden();
        assertThat(page).hasURL(Pattern.compile("/$"));
    }

    @Test
    void eventsBringOnlyWhatMatchesAndWhatMatchesNoMoreLeaves() {
        Page page = open();
        page.locator("#status").selectOption("open");
        page.locator("#q").fill("austin");
        assertThat(page.locator("#no-match")).isVisible();
        server.alerts().low("Waco", "4");
        server.alerts().low("Austin", "3");
        assertThat(products(page)).hasText(new String[] {"Product 3"});
        assertThat(page.locator("#count-open")).hasText("2");

        server.post("/api/alerts/Austin%7CTX%7C3%7C1/acknowledge", "{\"comment\":\"On its way\"}");
        assertThat(page.locator("#alerts .said")).hasText("Acknowledged: “On its way”");
        assertThat(products(page)).hasCount(0, LONG);
        assertThat(page.locator("#no-match")).isVisible();
    }

    @Test
    void theKindAskedForIsTheWorstOfTheEpisode() {
        Page page = open();
        page.locator("#kind").selectOption("low");
        String id = server.alerts().low("Austin", "3");
        assertThat(products(page)).hasCount(1);
        server.alerts().sellOut(id);
        assertThat(page.locator("#alerts .kind")).hasText("Out of stock");
        page.locator("#kind").selectOption("out-of-stock");
        assertThat(products(page)).hasCount(1);
        page.locator("#kind").selectOption("low");
        assertThat(products(page)).hasCount(0);
    }

    @Test
    void theHistorySaysWhenHowLongHowBadAndWhatWasSaid() {
        Page page = open();
        String id = server.alerts().low("Austin", "3", Instant.parse("2026-01-05T22:30:00Z"));
        server.alerts().sellOut(id);
        server.post("/api/alerts/Austin%7CTX%7C3%7C1/acknowledge", "{\"comment\":\"The truck is late\"}");
        server.alerts().resolve(id, Duration.ofMinutes(124));
        page.locator("#status").selectOption("resolved");
        Locator row = page.locator("#alerts li");
        assertThat(row.locator(".kind")).hasText("Resolved");
        assertThat(row.locator(".worst")).hasText("was out of stock");
        assertThat(row.locator(".level")).hasText("lasted 2 h 5 min");
        assertThat(row.locator(".pace")).hasText("5 Jan 2026, 22:30 – 6 Jan 2026, 00:35");
        assertThat(row.locator(".said")).hasText("Acknowledged: “The truck is late”");
        assertThat(row.locator(".acknowledge")).isHidden();
        TestBrowser.picture(page, "alerts-history");
    }

    @Test
    void aLongListSaysHowManyThereAreAndIsReadToItsEnd() {
        server.alerts().low("Austin", 1_300);
        Page page = browser.open(server, ColorScheme.DARK, 1280, 800);
        assertThat(page.locator("#shown")).hasText("Showing 20 of 1,300");
        TestBrowser.picture(page, "alerts-thousand-dark");
        for (int shown : List.of(40, 80, 160, 320, 640, 1_140)) {
            page.locator("#older").click();
            assertThat(products(page)).hasCount(shown, LONG);
        }
        page.locator("#older").focus();
        page.keyboard().press("Enter");
        assertThat(products(page)).hasCount(1_300, LONG);
        assertThat(page.locator("#shown")).hasText("1,300 alerts");
        assertThat(page.locator("#older")).isHidden();
        assertThat(page.locator("#alerts")).isFocused();
        assertThat(products(page).first()).hasText("Product 9");
        assertThat(products(page).last()).hasText("Product 0");

        page.locator("#q").fill("77");
        assertThat(page.locator("#shown")).hasText("Showing 20 of 22");
    }

    @Test
    void whatTheServerRefusesIsSaidOnce() {
        server.alerts().low("Austin", "3");
        Page page = browser.open(server, ColorScheme.LIGHT, 1280, 1000, "/?status=lost");
        assertThat(page.locator("#shelf-trouble")).containsText("is none of open, acknowledged, resolved: 'lost'");
        assertThat(page.locator("#shelf-trouble")).not().containsText("trying again");
        page.locator("#show-all").click();
        assertThat(products(page)).hasCount(1);
        assertThat(page.locator("#shelf-trouble")).isHidden();
    }

    @Test
    void timesAreInTheChosenZone() {
        String id = server.alerts().low("Austin", "3", Instant.parse("2026-01-05T22:30:00Z"));
        server.alerts().resolve(id, Duration.ofMinutes(5));
        Page page = browser.open(server, ColorScheme.LIGHT, 1280, 1000, "/?status=resolved");
        Locator row = page.locator("#alerts li");
        assertThat(row.locator(".pace")).hasText("5 Jan 2026, 22:30 – 22:35");
        assertThat(row.locator(".age")).hasAttribute("title", "Raised 5 Jan 2026, 22:30 UTC");
        JsonObject zone = new JsonObject();
        zone.addProperty("timezoneId", "Asia/Kolkata");
        page.context().newCDPSession(page).send("Emulation.setTimezoneOverride", zone);
        page.reload();
        page.getByText("Local").click();
        assertThat(row.locator(".pace")).hasText("6 Jan 2026, 04:00 – 04:05");
        assertThat(row.locator(".age"))
                .hasAttribute("title", Pattern.compile("^Raised 6 Jan 2026, 04:00 Asia/(Kolkata|Calcutta)$"));
    }

    private static Locator products(Page page) {
        return page.locator("#alerts .product");
    }

    private void raiseOneOfEach() {
        server.alerts().resolve(server.alerts().low("Austin", "filled"));
        server.alerts().low("Austin", "seen");
        server.post("/api/alerts/Austin%7CTX%7Cseen%7C1/acknowledge", "");
        server.alerts().low("Austin", "low");
        server.alerts().raise("Austin", "out", AlertKind.OUT_OF_STOCK, 0, Instant.now());
    }

    private Page open() {
        return browser.open(server, ColorScheme.LIGHT, 1280, 1000);
    }
}
