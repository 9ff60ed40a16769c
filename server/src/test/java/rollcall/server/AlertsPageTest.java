package rollcall.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rollcall.stock.AlertKind;

/** What the page shows of alerts, in a real Chromium. Leaves a picture of each state in {@code target/page}. */
class AlertsPageTest extends BrowserTest {

    private static final String HOSTILE_CITY = "<img src=x onerror=alert(1)>";

    @Test
    void anAlertAppearsWithWhoCanHelpAndGoesWhenItIsResolved() {
        Page page = open(ColorScheme.LIGHT, 1280, 1000);
        assertThat(page.getByText("No shelf is low")).isVisible();
        TestBrowser.picture(page, "alerts-none");

        String id = server.alerts().low("Austin", "3", Instant.now().minusSeconds(125));
        server.alerts().redirect(id, "Dallas", 27, 290.4);
        Locator row = page.locator("#alerts li");
        assertThat(row.locator(".kind")).hasText("Low");
        assertThat(row.locator(".shelf")).hasText("Product 3 Austin, TX");
        assertThat(row.locator(".redirect")).hasText("27 units from Dallas, TX (290 km)");
        assertThat(row.locator(".level")).hasText("12 left");
        assertThat(row.locator(".pace")).hasText("39 min at 19/hour");
        assertThat(row.locator(".age")).hasText("2 minutes ago");
        assertThat(page.locator("#count-open")).hasText("1");
        assertThat(page.locator("#announced")).containsText("Product 3 in Austin, TX is low, 12 left.");
        assertThat(page.getByText("No shelf is low")).isHidden();

        server.alerts().sellOut(id);
        assertThat(row.locator(".kind")).hasText("Out of stock");
        assertThat(row.locator(".level")).hasText("0 left");
        assertThat(page.locator("#count-out-of-stock")).hasText("1");

        server.alerts().resolve(id);
        assertThat(row.locator(".kind")).hasText("Resolved");
        assertThat(page.locator("#count-open")).hasText("0");
        assertThat(row).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(15_000));
        assertThat(page.getByText("No shelf is low")).isVisible();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void acknowledgingTellsEverybodyWhoLooks() {
        Page page = open(ColorScheme.DARK, 1280, 1000);
        server.alerts().low("Austin", "3");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Acknowledge: product 3 in Austin, TX"))
                .click();
        page.getByLabel("Comment").fill("27 are on their way");
        TestBrowser.picture(page, "acknowledge-dark");
        page.locator("dialog [type=submit]").click();
        assertThat(page.locator("dialog")).isHidden();
        assertThat(page.locator("#alerts .said")).hasText("Acknowledged: “27 are on their way”");
        assertThat(page.locator("#count-acknowledged")).hasText("1");
        assertThat(page.locator("#count-open")).hasText("0");
        assertThat(server.json("/api/alerts").get(0).get("comment").asText()).isEqualTo("27 are on their way");

        server.post("/api/alerts/Austin%7CTX%7C3%7C1/acknowledge", "{\"comment\":\"They are here\"}");
        assertThat(page.locator("#alerts .said")).hasText("Acknowledged: “They are here”");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aGuardedServerAsksForItsToken() {
        server.close();
        server = new ServerUnderTest("secret");
        Page page = browser.open(server, ColorScheme.LIGHT, 1280, 1000);
        server.alerts().low("Austin", "3");
        page.locator("#alerts .acknowledge").click();
        page.locator("dialog [type=submit]").click();
        page.getByLabel("API token of this server").fill("secret");
        page.locator("dialog [type=submit]").click();
        assertThat(page.locator("#alerts .said")).hasText("Acknowledged");
    }

    @Test
    void aPlaceIsShownAsTextWhateverItIsCalled() {
        Page page = open(ColorScheme.LIGHT, 1280, 1000);
        assertThat(page.getByText("No shelf is low")).isVisible();
        String id = server.alerts().low(HOSTILE_CITY, HOSTILE_CITY);
        server.alerts().redirect(id, HOSTILE_CITY, 1, 0.4);
        Locator row = page.locator("#alerts li");
        assertThat(row.locator(".place")).hasText(HOSTILE_CITY + ", TX");
        assertThat(row.locator(".redirect")).hasText("1 unit from " + HOSTILE_CITY + ", TX (0 km)");
        row.locator(".acknowledge").click();
        page.getByLabel("Comment").fill(HOSTILE_CITY);
        page.locator("dialog [type=submit]").click();
        assertThat(row.locator(".said")).hasText("Acknowledged: “" + HOSTILE_CITY + "”");
        assertThat(page.locator("#announced")).containsText(HOSTILE_CITY);
        assertThat(page.locator("#shelf img")).hasCount(0);
        assertThat(browser.complaints()).isEmpty();
    }

    /** Beside the map the list scrolls in a box of its own, on a phone with the page. */
    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void whatIsReadStaysWhereItIsWhileNewAlertsCome(int width) {
        server.alerts().low("Austin", 60);
        Page page = browser.open(server, ColorScheme.LIGHT, width, 800);
        Locator rows = page.locator("#alerts li");
        assertThat(rows).hasCount(20);
        page.getByText("Show older").click();
        assertThat(rows).hasCount(40);
        Locator read = rows.filter(new Locator.FilterOptions().setHasText("Product 50 "));
        read.evaluate("row => row.scrollIntoView({ block: 'center' })");
        double before = read.boundingBox().y;

        server.alerts().low("Waco", "3");
        assertThat(page.locator("#more")).hasText("1 new alert");
        assertThat(rows.first()).containsText("Waco");
        assertThat(read.boundingBox().y).isEqualTo(before);
        TestBrowser.picture(page, "alerts-more-" + width);
        page.locator("#more").click();
        assertThat(page.locator("#more")).isHidden();
        assertThat(rows.first()).isInViewport();
        assertThat(rows).hasCount(40);
    }

    @Test
    void theListBesideTheMapIsScrolledByKeys() {
        server.alerts().low("Austin", 20);
        Page page = browser.open(server, ColorScheme.LIGHT, 1280, 800);
        assertThat(page.locator("#alerts li")).hasCount(20);
        Locator region = page.locator("#alerts-region");
        region.focus();
        page.keyboard().press("End");
        page.waitForFunction("() => document.getElementById('alerts-region').scrollTop > 0");
        assertThat(page.locator("#alerts li").last()).isInViewport();
        page.setViewportSize(390, 800);
        assertThat(region).not().hasAttribute("tabindex", "0");
    }

    @Test
    void newAlertsWaitWhileSomebodyIsBusyWithTheList() {
        Page page = open(ColorScheme.LIGHT, 1280, 1000);
        server.alerts().low("Austin", "3");
        Locator rows = page.locator("#alerts li");
        rows.locator(".acknowledge").click();
        server.alerts().low("Waco", "4");
        assertThat(page.locator("#more")).hasText("1 new alert");
        assertThat(rows).hasCount(1);
        page.locator("#cancel").click();
        assertThat(rows).hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(15_000));
        assertThat(rows.first()).containsText("Waco");
        assertThat(page.locator("#more")).isHidden();
    }

    @Test
    void saysSoWhenAlertsCanNotBeRead() {
        Page page = open(ColorScheme.LIGHT, 1280, 1000);
        server.alerts().low("Austin", "3");
        assertThat(page.locator("#alerts li")).hasCount(1);
        page.route("**/api/alerts?*", route -> route.abort());
        page.reload();
        assertThat(page.locator("#shelf-trouble")).containsText("Can't read the alerts; trying again.");
        assertThat(page.getByText("No shelf is low")).isHidden();
        TestBrowser.picture(page, "alerts-failing");
        page.unroute("**/api/alerts?*");
        assertThat(page.locator("#alerts li")).hasCount(1);
        assertThat(page.locator("#shelf-trouble")).isHidden();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1280", "DARK,1280", "LIGHT,390", "DARK,390"})
    void alertsOfAllKindsFitAWindowAndAPhone(ColorScheme scheme, int width) {
        Page page = open(scheme, width, 1000);
        raiseSome();
        assertThat(page.locator("#alerts li")).hasCount(7);
        server.alerts().resolve("Lubbock|TX|3|1");
        assertThat(page.locator("#alerts").getByText("Resolved")).isVisible();
        page.evaluate("document.getElementById('shelf').scrollIntoView()");
        TestBrowser.picture(page, "alerts-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(browser.complaints()).isEmpty();
    }

    private void raiseSome() {
        Instant now = Instant.now();
        AlertWriter alerts = server.alerts();
        alerts.raise("Austin", "3", AlertKind.LOW, 12, now.minusSeconds(8_000));
        alerts.redirect("Austin|TX|3|1", "Dallas", 27, 290.4);
        alerts.raise("San Antonio", "17", AlertKind.RUNNING_LOW, 29, now.minusSeconds(1_900));
        alerts.redirect("San Antonio|TX|17|1", "Corpus Christi", 21, 208);
        alerts.raise(
                "Truth or Consequences-on-the-Rio-Grande",
                "organic-oat-milk-1l",
                AlertKind.LOW,
                1,
                now.minusSeconds(700));
        server.post(
                "/api/alerts/San%20Antonio%7CTX%7C17%7C1/acknowledge",
                "{\"comment\":\"Called Corpus Christi, the truck leaves at noon\"}");
        alerts.raise("Houston", "8", AlertKind.OUT_OF_STOCK, 0, now.minusSeconds(300));
        alerts.redirect("Houston|TX|8|1", "Galveston", 50, 76);
        alerts.raise("El Paso", "4", AlertKind.LOW, 19, now.minusSeconds(130));
        server.post("/api/alerts/El%20Paso%7CTX%7C4%7C1/acknowledge", "");
        alerts.raise("Lubbock", "3", AlertKind.LOW, 7, now.minusSeconds(61));
        alerts.raise("Waco", "11", AlertKind.RUNNING_LOW, 31, now.minusSeconds(4));
    }

    private Page open(ColorScheme scheme, int width, int height) {
        return browser.open(server, scheme, width, height);
    }
}
