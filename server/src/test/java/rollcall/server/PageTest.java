package rollcall.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rollcall.store.Incident;
import rollcall.store.KafkaRange;

/** The page in a real Chromium. Leaves a picture of each state in {@code target/page}. */
class PageTest extends BrowserTest {

    private static final String HOSTILE_CITY = "<img src=x onerror=alert(1)>";

    private static final long NEWEST = Instant.parse("2018-01-01T04:59:59Z").getEpochSecond();

    @Test
    void figuresMoveWhenRostersChange() {
        Page page = open(ColorScheme.LIGHT, 1280, 1000);
        assertThat(page.getByText("Waiting for the first ping")).isVisible();
        TestBrowser.picture(page, "empty");

        countAnHour();
        assertThat(page.locator("#online")).hasText("1,120");
        assertThat(page.locator("#available")).hasText("840");
        assertThat(page.locator("#link-text")).hasText("Live");
        page.locator("#chart canvas").hover();
        assertThat(page.locator(".tip")).isVisible();
        TestBrowser.picture(page, "loaded");

        server.pings().ping(9_000_001, NEWEST, true, "Austin").count();
        assertThat(page.locator("#online")).hasText("1,121");
        assertThat(page.locator("#available")).hasText("841");

        page.getByText("1 min", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#online")).hasText("1,041");
        page.getByText("24 h", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("Local", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#chart-range")).containsText("times in");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aCityIsShownAsTextWhateverItIsCalled() {
        Page page = open(ColorScheme.DARK, 1280, 1000);
        server.pings()
                .ping(1, "2018-01-01T04:00:00Z", true, HOSTILE_CITY)
                .ping(2, "2018-01-01T04:00:10Z", true, "Austin")
                .count();
        page.reload();
        assertThat(page.locator("#online")).hasText("2");
        page.locator("#city").selectOption(HOSTILE_CITY);
        assertThat(page.locator("#online")).hasText("1");
        assertThat(page.locator("#city option").nth(1)).hasText(HOSTILE_CITY);
        assertThat(page.locator("#city img")).hasCount(0);

        server.pings().ping(3, "2018-01-01T04:00:20Z", true, HOSTILE_CITY).count();
        assertThat(page.locator("#online")).hasText("2");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void incidentsAppearAsTheyHappen() {
        Page page = open(ColorScheme.DARK, 1280, 1000);
        countAnHour();
        assertThat(page.getByText("None. No data has been lost.")).isVisible();
        server.database()
                .incidents()
                .record(Incident.now(
                        Incident.DATA_LOST,
                        new KafkaRange("pings", "log", 3, 1_200, 1_900),
                        "Partition 3 of pings: Kafka had deleted offsets 1200 to 1900 before they were read. <b>700</b>"
                                + " records were not counted."));
        assertThat(page.locator("#incidents li")).containsText("<b>700</b> records were not counted.");
        TestBrowser.picture(page, "incident-dark");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void fitsAPhone() {
        Page page = open(ColorScheme.LIGHT, 390, 844);
        countAnHour();
        assertThat(page.locator("#online")).hasText("1,120");
        assertThat(page.locator("#chart canvas")).isVisible();
        TestBrowser.picture(page, "phone");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void saysSoWhenTheServerCanNotReadItsDatabase() {
        Page page = open(ColorScheme.LIGHT, 1280, 1000);
        countAnHour();
        assertThat(page.locator("#online")).hasText("1,120");
        server.endDatabase();
        assertThat(page.locator("#link-text")).hasText("Stalled");
        page.getByText("60 min", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("6 h", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#trouble")).containsText("Can't read from the server");
        TestBrowser.picture(page, "failing");
    }

    @Test
    void saysSoWhenTheServerIsGone() {
        Page page = open(ColorScheme.DARK, 390, 844);
        countAnHour();
        assertThat(page.locator("#online")).hasText("1,120");
        server.close();
        assertThat(page.locator("#link-text")).hasText("Connection lost");
        TestBrowser.picture(page, "lost-phone-dark");
    }

    private Page open(ColorScheme scheme, int width, int height) {
        return browser.open(server, scheme, width, height);
    }

    /** An hour up to 2018-01-01 04:59:59: 1,040 drivers in its newest minute, 80 others two minutes before. */
    private void countAnHour() {
        for (int minutesAgo = 0; minutesAgo < 60; minutesAgo++) {
            int drivers = 1_040 - (int) (90 * Math.abs(Math.sin(minutesAgo / 9.0)));
            for (int driver = 1; driver <= drivers; driver++) {
                ping(driver, minutesAgo);
            }
        }
        for (int driver = 2_001; driver <= 2_080; driver++) {
            ping(driver, 2);
        }
        server.pings().count(Map.of("json", 12L, "driver_id", 3L));
    }

    private void ping(int driver, int minutesAgo) {
        boolean available = (driver + minutesAgo / 12) % 4 != 0;
        server.pings().ping(driver, NEWEST - minutesAgo * 60L, available, driver % 3 == 0 ? "Austin" : "Dallas");
    }
}
