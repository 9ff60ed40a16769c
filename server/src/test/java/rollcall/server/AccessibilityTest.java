package rollcall.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rollcall.stock.AlertKind;

/** Whether everybody can use the page: by axe-core's rules, by keyboard alone, and without motion. */
class AccessibilityTest extends BrowserTest {

    @ParameterizedTest
    @CsvSource({"LIGHT,1366", "DARK,1366", "LIGHT,390", "DARK,390"})
    void axeFindsNoViolationOnTheLoadedPage(ColorScheme scheme, int width) {
        fill();
        Page page = browser.open(server, scheme, width, 900);
        assertThat(page.locator("#alerts li")).hasCount(3);
        assertThat(page.locator("#chart canvas")).isVisible();
        page.locator("summary").all().forEach(summary -> summary.click());
        assertThat(violations(page)).isEmpty();
        page.locator("#alerts .acknowledge").first().click();
        assertThat(page.locator("dialog")).isVisible();
        assertThat(violations(page)).isEmpty();
    }

    @Test
    void axeFindsNoViolationOnAnEmptyPage() {
        Page page = browser.open(server, ColorScheme.LIGHT, 1366, 900);
        assertThat(page.getByText("Waiting for the first ping")).isVisible();
        assertThat(page.getByText("No shelf is low")).isVisible();
        assertThat(violations(page)).isEmpty();
    }

    @Test
    void axeFindsNoViolationWhenTheServerIsGone() {
        fill();
        Page page = browser.open(server, ColorScheme.DARK, 1366, 900);
        assertThat(page.locator("#online")).hasText("2");
        assertThat(page.locator("#alerts li")).hasCount(3);
        server.close();
        assertThat(page.locator("#link-text")).containsText("Connection lost");
        assertThat(violations(page)).isEmpty();
    }

    @Test
    void theWholePageIsReachedByKeyboardAndFocusIsSeen() {
        fill();
        Page page = browser.open(server, ColorScheme.LIGHT, 1366, 900);
        assertThat(page.locator("#alerts li")).hasCount(3);
        page.keyboard().press("Tab");
        for (int i = 0; i < 80 && !id(page).equals("save-png"); i++) {
            assertThat(page.evaluate("""
                            (() => {
                              const input = document.activeElement;
                              const shown = input.type === "radio" ? input.nextElementSibling : input;
                              const thumb = input.type === "range" && getComputedStyle(input, "::-webkit-slider-thumb");
                              return [shown, thumb].some((each) => each && (each.outlineStyle ?? getComputedStyle(each).outlineStyle) !== "none");
                            })()
                            """))
                    .as("The focus is seen on " + page.evaluate("document.activeElement.outerHTML"))
                    .isEqualTo(true);
            page.keyboard().press("Tab");
        }
        assertThat(id(page)).isEqualTo("save-png");
        page.locator("#alerts .acknowledge").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#comment")).isFocused();
        page.keyboard().type("On its way");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#alerts .said").first()).hasText("Acknowledged: “On its way”");
    }

    @Test
    void nothingMovesForThoseWhoWantNoMotion() {
        fill();
        Page page = browser.open(server, "/", new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        assertThat(page.locator("#alerts li")).hasCount(3);
        server.alerts().low("Waco", "9");
        assertThat(page.locator("#alerts li")).hasCount(4);
        assertThat(page.evaluate("document.getAnimations().filter((each) => each.playState === 'running').length"))
                .isEqualTo(0);
    }

    private static String id(Page page) {
        return (String) page.evaluate("document.activeElement.id");
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(AccessibilityTest::told).toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + ", at "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    private void fill() {
        Instant now = Instant.now();
        server.pings()
                .ping(1, now.getEpochSecond(), true, "Austin")
                .ping(2, now.getEpochSecond() - 60, false, "Waco")
                .count();
        server.alerts().raise("Austin", "3", AlertKind.LOW, 12, now.minusSeconds(3_000));
        server.alerts().redirect("Austin|TX|3|1", "Dallas", 27, 290.4);
        server.alerts().raise("Waco", "17", AlertKind.RUNNING_LOW, 29, now.minusSeconds(1_900));
        server.alerts().raise("Houston", "8", AlertKind.OUT_OF_STOCK, 0, now.minusSeconds(300));
        server.post("/api/alerts/Waco%7CTX%7C17%7C1/acknowledge", "{\"comment\":\"Called\"}");
    }
}
