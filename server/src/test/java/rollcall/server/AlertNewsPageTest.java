package rollcall.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** How the page tells of new alerts besides listing them, in a real Chromium: aloud, with a sound, on the desktop. */
class AlertNewsPageTest extends BrowserTest {

    /** Counts the notes that begin. */
    private static final String EAR = """
            window.notes = 0;
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (...when) { notes++; return start.apply(this, when); };
            """;

    /** A desktop that notes what it is told, and a page that is out of sight while `away` is set. */
    private static final String DESKTOP = """
            window.notices = [];
            window.away = false;
            window.answer = "granted";
            Object.defineProperty(document, "visibilityState", { get: () => (away ? "hidden" : "visible") });
            window.Notification = class extends EventTarget {
              static permission = "default";
              static async requestPermission() { return (Notification.permission = answer); }
              constructor(title, options) { super(); Object.assign(this, options, { title }); notices.push(this); }
              close() { this.isClosed = true; }
            };
            """;

    private Page page;

    @Test
    void newAlertsAreSaidWithoutTakingTheFocus() {
        open("");
        page.locator("#q").focus();
        server.alerts().low("Austin", "3");
        assertThat(page.locator("#announced")).hasText("New alert. Product 3 in Austin, TX is low, 12 left.");
        server.alerts().low("Waco", 3);
        assertThat(page.locator("#announced"))
                .hasText("3 new alerts. The newest: Product 2 in Waco, TX is low, 12 left.");
        assertThat(page.locator("#q")).isFocused();
    }

    @Test
    void onlyWhatIsLookedForIsNewsAndNothingIsNewsTwice() {
        open("");
        page.locator("#q").fill("austin");
        assertThat(page.locator("#no-match")).isVisible();
        server.alerts().low("Waco", "3");
        server.alerts().low("Austin", "4");
        assertThat(page.locator("#announced")).hasText("New alert. Product 4 in Austin, TX is low, 12 left.");
        page.locator("#q").fill("");
        assertThat(page.locator("#alerts li")).hasCount(2);
        server.alerts().low("Dallas", "5");
        assertThat(page.locator("#announced")).hasText("New alert. Product 5 in Dallas, TX is low, 12 left.");
    }

    @Test
    void aSoundIsHeardIfSomebodyWantsIt() {
        open(EAR);
        Locator sound = page.locator("#sound");
        assertThat(sound).hasText("Sound is off");
        server.alerts().low("Austin", "3");
        assertThat(page.locator("#announced")).containsText("Product 3");
        assertThat(page.evaluate("notes")).isEqualTo(0);

        sound.click();
        assertThat(sound).hasText("Sound is on");
        page.waitForFunction("() => notes === 2");
        server.alerts().low("Austin", "4");
        page.waitForFunction("() => notes === 4");

        page.reload();
        assertThat(sound).hasText("Sound is on");
        assertThat(page.locator("#alerts li")).hasCount(2);
        server.alerts().low("Austin", "5");
        assertThat(page.locator("#announced")).containsText("Product 5");
        assertThat(page.evaluate("notes")).isEqualTo(0);
        page.locator("#shelf-title").click();
        server.alerts().low("Austin", "6");
        page.waitForFunction("() => notes === 2");

        sound.press("Enter");
        assertThat(sound).hasText("Sound is off");
        server.alerts().low("Austin", "7");
        assertThat(page.locator("#announced")).containsText("Product 7");
        assertThat(page.evaluate("notes")).isEqualTo(2);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theDesktopTellsWhileNobodyLooksAndAllAtOnceAreOne() {
        open(DESKTOP);
        Locator notices = page.locator("#notices");
        assertThat(notices).hasText("Notifications are off");
        notices.click();
        assertThat(notices).hasText("Notifications are on");
        server.alerts().low("Austin", "3");
        assertThat(page.locator("#announced")).containsText("Product 3");
        assertThat(page.evaluate("notices.length")).isEqualTo(0);

        page.evaluate("away = true");
        server.alerts().low("<b>Waco</b>", 3);
        page.waitForFunction("() => notices.length === 1");
        assertThat(page.evaluate("notices[0].title")).isEqualTo("3 new alerts");
        assertThat(page.evaluate("notices[0].body")).isEqualTo("Product 2 in <b>Waco</b>, TX is low, 12 left.");
        server.alerts().low("Dallas", "5");
        page.waitForFunction("() => notices.length === 2");
        assertThat(page.evaluate("notices[1].title")).isEqualTo("4 new alerts");
        assertThat(page.evaluate("notices[1].tag")).isEqualTo(page.evaluate("notices[0].tag"));

        page.evaluate("window.focus = () => (window.isFocused = true)");
        page.evaluate("notices[1].dispatchEvent(new Event('click'))");
        assertThat(page.evaluate("isFocused && notices[1].isClosed")).isEqualTo(true);
        page.evaluate("away = false; document.dispatchEvent(new Event('visibilitychange'))");
        page.evaluate("away = true");
        server.alerts().low("El Paso", "6");
        page.waitForFunction("() => notices.length === 3");
        assertThat(page.evaluate("notices[2].title")).isEqualTo("New alert");
    }

    @Test
    void whetherTheDesktopTellsIsRemembered() {
        open(DESKTOP + "Notification.permission = 'granted';");
        page.locator("#notices").click();
        page.reload();
        assertThat(page.locator("#notices")).hasText("Notifications are on");
        page.locator("#notices").click();
        page.reload();
        assertThat(page.locator("#notices")).hasText("Notifications are off");
    }

    @Test
    void aBrowserThatBlocksIsToldPlainly() {
        open(DESKTOP + "answer = 'denied';");
        page.locator("#notices").click();
        assertThat(page.locator("#notices")).hasText("Notifications are blocked");
        assertThat(page.locator("#shelf-note")).containsText("The browser blocks notifications from this page.");
        page.evaluate("away = true");
        server.alerts().low("Austin", "3");
        assertThat(page.locator("#announced")).containsText("Product 3");
        assertThat(page.evaluate("notices.length")).isEqualTo(0);
    }

    @Test
    void aBrowserThatHasNoneIsToldPlainly() {
        open("delete window.Notification;");
        assertThat(page.locator("#notices")).hasText("Notifications are off");
        page.locator("#notices").click();
        assertThat(page.locator("#shelf-note")).containsText("This browser shows notifications only for pages");
        assertThat(browser.complaints()).isEmpty();
    }

    /** Opens the page in a browser that runs a script first, and waits until what comes is news. */
    private void open(String script) {
        page = browser.open(server, ColorScheme.LIGHT, 1280, 1000);
        if (!script.isEmpty()) {
            page.addInitScript(script);
            page.reload();
        }
        assertThat(page.getByText("No shelf is low")).isVisible();
    }
}
