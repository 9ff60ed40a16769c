package rollcall.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page shows of drivers over time, in a real Chromium. */
class RoadPageTest extends BrowserTest {

    /** The newest minute begins at 04:59. */
    private static final long NEWEST = Instant.parse("2018-01-01T04:59:10Z").getEpochSecond();

    @BeforeEach
    void countADay() {
        online(10, 24 * 60 + 1);
        online(30, 61);
        online(8, 3);
        online(20, 1);
        online(4, 0);
        server.pings().count();
    }

    @AfterEach
    void nothingIsComplainedOf() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void figuresAreComparedWithTheSameMinutesAnHourAndADayAgo() {
        Page page = open("/?minutes=1");
        assertThat(page.locator("#online")).hasText("4");
        assertThat(page.locator("#online-hour")).hasText("33% in 1 h, from 30");
        assertThat(page.locator("#online-hour")).hasAttribute("data-change", "down");
        assertThat(page.locator("#online-day")).hasText("100% in 24 h, from 10");
        assertThat(page.locator("#online-day")).hasAttribute("data-change", "up");
        page.locator("#city").selectOption("Austin");
        assertThat(page.locator("#online")).hasText("2");
        assertThat(page.locator("#online-hour")).hasText("33% in 1 h, from 15");
        page.goBack();
        assertThat(page.locator("#online")).hasText("4");
    }

    @Test
    void whatIsNotFinishedIsDrawnAsSuch() {
        Page page = open("/");
        assertThat(page.locator("#chart-range")).hasText("1 Jan 2018, 04:00 – 04:59 · per minute · times in UTC");
        assertThat(drawn(page, "online")).endsWith("04:58 20");
        assertThat(drawn(page, "online-unfinished")).containsExactly("04:58 20", "04:59 4");
        page.getByText("The same as a table").click();
        assertThat(row(page, 0)).containsText(Pattern.compile("04:59\\s*2\\s*4\\s*4\\s*not finished yet"));
        assertThat(row(page, 1)).containsText(Pattern.compile("04:58\\s*10\\s*20\\s*20\\s*$"));
        choose(page, "24 h");
        page.locator("#step").selectOption("1h");
        assertThat(page.locator("#chart-range")).containsText("per hour");
        assertThat(drawn(page, "online-unfinished")).containsExactly("03:00 30", "04:00 20");
    }

    @Test
    void theTimeShownStandsInTheAddressAndBackAndForwardWork() {
        Page page = open("/");
        assertThat(page.locator("#chart-range")).containsText("04:00 – 04:59");
        choose(page, "6 h");
        assertThat(page.locator("#chart-range")).containsText("23:00");
        assertThat(page).hasURL(server.uri("/?range=6h").toString());
        page.locator("#step").selectOption("5m");
        assertThat(page.locator("#chart-range")).containsText("per 5 minutes");
        assertThat(page).hasURL(server.uri("/?range=6h&step=5m").toString());
        page.goBack();
        assertThat(page.locator("#chart-range")).containsText("per minute");
        page.goBack();
        assertThat(page.locator("#chart-range")).containsText("04:00 – 04:59");
        assertThat(page.locator("input[value='1h']")).isChecked();
        page.goForward();
        assertThat(page.locator("#chart-range")).containsText("23:00");
    }

    @Test
    void monthsAreShownByDaysAndStepsThatAreTooShortCanNotBeChosen() {
        Page page = open("/?range=1y");
        assertThat(page.locator("#chart-range")).containsText("per day");
        assertThat(drawn(page, "online-unfinished")).last().asString().endsWith(" 30");
        assertThat(page.locator("#step option[value='1m']")).hasAttribute("disabled", "");
        choose(page, "7 d");
        assertThat(page.locator("#chart-range")).containsText("per hour");
    }

    @Test
    void draggingOverTheChartShowsTheTimeBetween() {
        Page page = open("/");
        assertThat(page.locator("#chart-range")).containsText("04:00 – 04:59");
        BoundingBox box = page.locator("#chart").boundingBox();
        page.mouse().move(box.x + box.width * 0.4, box.y + 60);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.6, box.y + 80);
        assertThat(page.locator("#chart .drag")).isVisible();
        page.mouse().up();
        assertThat(page).hasURL(Pattern.compile("from=2018-01-01T04:2\\dZ&to=2018-01-01T04:3\\dZ"));
        assertThat(page.locator("#chart-range"))
                .hasText(Pattern.compile("1 Jan 2018, 04:2\\d – 04:3\\d · per minute.*"));
        page.getByText("Back to now").click();
        assertThat(page.locator("#chart-range")).containsText("04:00 – 04:59");
    }

    @Test
    void theStripMovesTheWindowByKeys() {
        Page page = open("/?from=2018-01-01T04:20:00Z&to=2018-01-01T04:30:00Z");
        assertThat(page.locator("#chart-range")).containsText("04:20 – 04:30");
        page.getByLabel("The chart begins").press("ArrowLeft");
        assertThat(page.locator("#chart-range")).containsText("04:19 – 04:30");
        page.getByLabel("The chart ends").press("ArrowRight");
        assertThat(page.locator("#chart-range")).containsText("04:19 – 04:31");
        page.getByLabel("Earlier").click();
        assertThat(page.locator("#chart-range")).containsText("04:08 – 04:20");
        choose(page, "1 h");
        assertThat(page.locator("#chart-range")).containsText("04:00 – 04:59");
    }

    @Test
    void datesAreTypedInTheTimeZoneThatIsShown() {
        Page page = browser.open(server, "/?zone=local", options().setTimezoneId("America/Chicago"));
        assertThat(page.locator("#chart-range"))
                .hasText("31 Dec 2017, 22:00 – 22:59 · per minute · times in America/Chicago");
        page.getByText("Dates …").click();
        page.getByLabel("From", new Page.GetByLabelOptions().setExact(true)).fill("2017-12-31T22:30");
        page.getByLabel("To", new Page.GetByLabelOptions().setExact(true)).fill("2017-12-31T22:45");
        page.locator("#between button").click();
        assertThat(page.locator("#chart-range")).containsText("31 Dec 2017, 22:30 – 22:45");
        assertThat(page)
                .hasURL(server.uri("/?from=2018-01-01T04:30Z&to=2018-01-01T04:45Z&zone=local")
                        .toString());
        page.getByText("UTC", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#chart-range")).containsText("1 Jan 2018, 04:30 – 04:45");
    }

    @Test
    void aNewMinuteMovesTheChartAndTellsTheRest() {
        Page page = open("/");
        assertThat(page.locator("#chart-range")).containsText("04:00 – 04:59");
        server.pings().ping(7, NEWEST + 60, true, "Austin").count();
        assertThat(page.locator("#chart-range")).containsText("04:01 – 05:00");
        assertThat(drawn(page, "online-unfinished")).containsExactly("04:59 4", "05:00 1");
        assertThat(page.locator("#chart-summary"))
                .hasText(Pattern.compile("Drivers per minute, .*; online between 0 and 20, last 4.*"));
    }

    @Test
    void largeFiguresStayApart() {
        for (int driver = 10_000; driver < 112_345; driver++) {
            server.pings().ping(driver, NEWEST, true, "Waco");
        }
        server.pings().count();
        Page page = open("/");
        assertThat(page.locator("#online")).hasText("102,365");
        assertThat(overlap(page)).isFalse();
        page.setViewportSize(390, 844);
        assertThat(overlap(page)).isFalse();
    }

    /** Whether what is written of one figure reaches into the other. */
    private static boolean overlap(Page page) {
        return (boolean) page.evaluate("""
                (() => {
                  const range = document.createRange();
                  range.selectNodeContents(document.getElementById("available"));
                  return range.getBoundingClientRect().right > document.getElementById("online").getBoundingClientRect().left;
                })()
                """);
    }

    @Test
    void whereLatePingsCorrectedThePastIsMarked() {
        Page page = open("/");
        assertThat(page.locator("#chart-range")).containsText("04:00 – 04:59");
        assertThat(page.locator("#late-key")).isHidden();
        server.pings().ping(500, NEWEST - 180, true, "Waco").count();
        assertThat(page.locator("#late-key")).isVisible();
        assertThat(drawn(page, "corrections")).containsExactly("04:56 0");
        page.getByText("The same as a table").click();
        assertThat(row(page, 3)).containsText(Pattern.compile("04:56\\s*5\\s*9\\s*9\\s*corrected at \\d\\d:"));
        BoundingBox box = page.locator("#chart").boundingBox();
        for (double x = 0.9; x < 0.97 && page.locator(".tip .late").count() == 0; x += 0.004) {
            page.mouse().move(box.x + box.width * x, box.y + box.height / 2);
        }
        assertThat(page.locator(".tip .late")).containsText("was 4 available of 8 online");
        page.reload();
        assertThat(page.locator("#late-key")).isVisible();
        assertThat(page.locator("#chart-summary")).containsText("1 of these was corrected by late pings.");
    }

    @Test
    void whatIsShownCanBeSaved() throws IOException {
        Page page = open("/?from=2018-01-01T04:56:00Z&to=2018-01-01T04:59:00Z&city=Austin");
        assertThat(page.locator("#chart-range")).containsText("04:56 – 04:59");
        Download table = page.waitForDownload(() -> page.locator("#save-csv").click());
        assertThat(table.suggestedFilename()).isEqualTo("rollcall 2018-01-01 0456 to 2018-01-01 0459.csv");
        assertThat(Files.readAllLines(table.path()))
                .containsExactly(
                        "time (UTC),city,available,online,available pings,pings,finished",
                        "2018-01-01 04:56:00,Austin,2,4,2,4,yes",
                        "2018-01-01 04:57:00,Austin,0,0,0,0,yes",
                        "2018-01-01 04:58:00,Austin,5,10,5,10,yes",
                        "2018-01-01 04:59:00,Austin,1,2,1,2,no");
        Download picture = page.waitForDownload(() -> page.locator("#save-png").click());
        assertThat(picture.suggestedFilename()).endsWith(".png");
        assertThat(Files.readAllBytes(picture.path()))
                .startsWith(0x89, 'P', 'N', 'G')
                .hasSizeGreaterThan(5_000);
    }

    @Test
    void coloursFollowTheAddressThenTheChoiceBefore() {
        Page page = open("/?theme=dark");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.getByTitle("Light").click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        assertThat(page).hasURL(server.uri("/?theme=light").toString());
        page.navigate(server.uri("/").toString());
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        assertThat(page).hasURL(server.uri("/?theme=light").toString());
        page.getByTitle("As the system").click();
        assertThat(page).hasURL(server.uri("/").toString());
    }

    private Page open(String address) {
        return browser.open(server, address, options());
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setViewportSize(1366, 900);
    }

    private static void choose(Page page, String range) {
        page.getByText(range, new Page.GetByTextOptions().setExact(true)).click();
    }

    private static Locator row(Page page, int index) {
        return page.locator("#points-rows tr").nth(index);
    }

    /** What the chart has drawn as one of its lines: the time of day in UTC and the number. */
    @SuppressWarnings("unchecked")
    private static List<String> drawn(Page page, String line) {
        return (List<String>) page.evaluate("""
                (line) => echarts.getInstanceByDom(document.getElementById("chart")).getOption().series
                  .find((each) => each.id === line).data
                  .map(([time, n]) => new Date(time).toISOString().slice(11, 16) + " " + n)
                """, line);
    }

    /** Drivers seen so many minutes before the newest: every other one available, the first half of them in Austin. */
    private void online(int drivers, int minutesAgo) {
        for (int driver = 1; driver <= drivers; driver++) {
            server.pings()
                    .ping(
                            driver,
                            NEWEST - minutesAgo * 60L,
                            driver % 2 == 0,
                            driver <= drivers / 2 ? "Austin" : "Waco");
        }
    }
}
