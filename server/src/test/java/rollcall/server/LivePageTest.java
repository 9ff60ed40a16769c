package rollcall.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How pages hear from the server, in a real Chromium. */
class LivePageTest extends BrowserTest {

    private static final String NO_SHARED_WORKER = "delete window.SharedWorker;";

    /** A stream of events that the test writes. */
    private static final String STREAM_OF_THE_TEST = NO_SHARED_WORKER + """
            window.EventSource = class extends EventTarget {
              constructor() { super(); window.stream = this; }
              close() {}
            };
            window.beat = (quietSeconds) => window.stream.dispatchEvent(new MessageEvent("heartbeat", { data: JSON.stringify(
              { time: new Date().toISOString(), asOf: null, staleSeconds: null, healthy: true, quietSeconds }) }));
            """;

    @BeforeEach
    void fill() {
        server.pings().ping(1, "2018-01-01T04:00:00Z", true).count();
    }

    @Test
    void pagesOfOneBrowserShareOneStream() {
        Page first = open();
        assertThat(first.locator("#online")).hasText("1");
        server.alerts().low("Austin", "3");
        assertThat(first.locator("#count-low")).hasText("1");

        Page second = first.context().newPage();
        second.navigate(server.uri("/").toString());
        assertThat(second.locator("#link-text")).hasText("Live");
        assertThat(second.locator("#online")).hasText("1");
        assertThat(second.locator("#count-low")).hasText("1");
        assertThat(second.locator("#alerts .alert")).hasCount(1);
        ping(2);
        assertThat(first.locator("#online")).hasText("2");
        assertThat(second.locator("#online")).hasText("2");
        await().until(() -> clients().equals("1"));

        first.close();
        ping(3);
        assertThat(second.locator("#online")).hasText("3");
        assertThat(clients()).isEqualTo("1");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aPageThatWasLeftIsNoLongerToldAndHearsAgainWhenItIsBack() {
        Page page = open();
        assertThat(page.locator("#online")).hasText("1");
        page.navigate(server.uri("/openapi.json").toString());
        await().until(() -> clients().equals("0"));
        ping(2);
        page.goBack();
        assertThat(page.locator("#online")).hasText("2");
        assertThat(page.locator("#link-text")).hasText("Live");
        await().until(() -> clients().equals("1"));
    }

    @Test
    void aPageThatTheBrowserKeptForItsBackButtonHearsAgain() {
        Page page = open();
        assertThat(page.locator("#online")).hasText("1");
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
        await().until(() -> clients().equals("0"));
        ping(2);
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
        assertThat(page.locator("#online")).hasText("2");
        await().until(() -> clients().equals("1"));
    }

    @Test
    void aBrowserWithoutSharedWorkersHasAStreamAPage() {
        Page page = open(NO_SHARED_WORKER);
        assertThat(page.locator("#link-text")).hasText("Live");
        Page other = page.context().newPage();
        other.addInitScript(NO_SHARED_WORKER);
        other.navigate(server.uri("/").toString());
        assertThat(other.locator("#online")).hasText("1");
        await().until(() -> clients().equals("2"));
    }

    @Test
    void aPageHealsByItselfAndSaysForHowLongItWasCutOff() {
        Page page = open();
        assertThat(page.locator("#online")).hasText("1");
        assertThat(page.locator("#link-text")).hasText("Live");
        BoundingBox before = page.locator("#road").boundingBox();
        server.stop();
        assertThat(page.locator("#link-text")).hasText("Connection lost");
        assertThat(page.locator("#link-since")).hasText(Pattern.compile("since \\d\\d:\\d\\d:\\d\\d"));
        TestBrowser.picture(page, "cut-off");
        ping(2);
        server.alerts().low("Austin", "3");

        server.startAgain();
        assertThat(page.locator("#link-text")).hasText("Live");
        assertThat(page.locator("#link-since")).isHidden();
        assertThat(page.locator("#back")).hasText(Pattern.compile("Back after \\d+ s; nothing is missing"));
        assertThat(page.locator("#road").boundingBox())
                .usingRecursiveComparison()
                .isEqualTo(before);
        assertThat(page.locator("#online")).hasText("2");
        assertThat(page.locator("#alerts .alert")).hasCount(1);
        assertThat(page.locator("#incidents .incident")).hasCount(1);
        assertThat(page.locator("#incidents"))
                .containsText(
                        Pattern.compile("This page was cut off from \\d\\d:\\d\\d:\\d\\d to \\d\\d:\\d\\d:\\d\\d"));
        TestBrowser.picture(page, "back");
        page.setViewportSize(390, 844);
        BoundingBox news = page.locator("#back").boundingBox();
        assertThat(news.x).isNotNegative();
        assertThat(news.x + news.width).isLessThanOrEqualTo(390);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        TestBrowser.picture(page, "back-phone");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dismiss"))
                .click();
        assertThat(page.locator("#back")).isHidden();
        ping(3);
        assertThat(page.locator("#online")).hasText("3");
        page.reload();
        assertThat(page.getByText("None. No data has been lost.")).isVisible();
    }

    @Test
    void saysThatNoPingsComeThoughTheStreamLives() {
        Page page = open(STREAM_OF_THE_TEST);
        page.evaluate("beat(null)");
        assertThat(page.locator("#link-text")).hasText("Live");
        page.evaluate("beat(95)");
        assertThat(page.locator("#link-text")).hasText("No pings for 1 min");
        page.evaluate("beat(185)");
        assertThat(page.locator("#link-text")).hasText("No pings for 3 min");
        assertThat(page.locator("#link")).hasAttribute("data-link", "quiet");
        TestBrowser.picture(page, "quiet");
        page.evaluate("beat(null)");
        assertThat(page.locator("#link-text")).hasText("Live");
    }

    @Test
    void aConnectionOverWhichNothingComesIsOpenedAnew() {
        Page page = open(STREAM_OF_THE_TEST);
        page.clock().install();
        page.evaluate("beat(null)");
        page.evaluate("window.before = window.stream");
        page.clock().runFor(11_000);
        assertThat(page.locator("#link-text")).hasText("Stalled");
        page.clock().runFor(10_000);
        assertThat(page.locator("#link-text")).hasText("Connection lost");
        page.clock().runFor(2_000);
        assertThat(page.evaluate("window.before !== window.stream")).isEqualTo(true);
        page.evaluate("beat(null)");
        assertThat(page.locator("#back")).hasText(Pattern.compile("Back after 2\\d s; nothing is missing"));
        page.clock().runFor(21_000);
        assertThat(page.locator("#back")).isHidden();
    }

    private Page open(String... scripts) {
        return browser.open(server, "/", new Browser.NewContextOptions().setViewportSize(1366, 768), scripts);
    }

    private void ping(long driver) {
        server.pings().ping(driver, "2018-01-01T04:00:00Z", true).count();
    }

    /** How many streams the server has. */
    private String clients() {
        return server.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("rollcall_stream_clients "))
                .map(line -> line.substring(line.indexOf(' ') + 1).replace(".0", ""))
                .findFirst()
                .orElse("0");
    }
}
