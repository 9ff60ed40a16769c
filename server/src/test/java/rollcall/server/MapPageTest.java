package rollcall.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rollcall.geo.Gazetteer;
import rollcall.geo.Location;
import rollcall.geo.Place;
import rollcall.geo.StoreDirectory;
import rollcall.stock.AlertKind;

/** The map of the stores, in a real Chromium. Leaves a picture of each state in {@code target/page}. */
class MapPageTest extends BrowserTest {

    private static final String HOSTILE_CITY = "<img src=x onerror=alert(1)>";
    private static final Place AUSTIN = texas("Austin");
    private static final StoreDirectory PLACES = new StoreDirectory(Map.of(), Gazetteer.unitedStates());

    @Test
    void colourAndShapeOfAMarkSayHowBadItIsInTheStore() {
        stores("Austin", "Dallas", "El Paso", "Houston");
        server.alerts().low("Austin", "3");
        server.alerts().low("Austin", "4");
        server.alerts().raise("Dallas", "3", AlertKind.RUNNING_LOW, 30, Instant.now());
        server.alerts().raise("Houston", "3", AlertKind.OUT_OF_STOCK, 0, Instant.now());
        Page page = open(ColorScheme.LIGHT, 1366);
        assertThat(mark(page, "Austin")).hasClass("mark low");
        assertThat(mark(page, "Dallas")).hasClass("mark running-low");
        assertThat(mark(page, "El Paso")).hasClass("mark fine");
        assertThat(mark(page, "Houston")).hasClass("mark out-of-stock");
        List<String> cities = List.of("Austin", "Dallas", "El Paso", "Houston");
        assertThat(cities.stream().map(city -> mark(page, city).getAttribute("d")))
                .doesNotHaveDuplicates();
        assertThat(cities.stream().map(city -> mark(page, city).evaluate("(mark) => getComputedStyle(mark).fill")))
                .doesNotHaveDuplicates();
        assertThat(page.locator("#map-legend li"))
                .hasText(new String[] {"1out of stock", "1low", "1running low", "1fine", "0redirects"});
        assertThat(page.locator("#map-summary")).hasText("4 stores: 1 out of stock, 1 low, 1 running low, 1 fine.");
        assertThat(page.locator(".mark[role=button]")).hasAttribute("aria-label", "Houston, TX: out of stock, 1 alert");
        TestBrowser.picture(page, "map");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void marksFollowWhatHappensInTheStores() {
        stores("Austin", "Dallas");
        Page page = open(ColorScheme.LIGHT, 1366);
        assertThat(mark(page, "Austin")).hasClass("mark fine");
        String id = server.alerts().low("Austin", "3");
        assertThat(mark(page, "Austin")).hasClass("mark low");
        server.alerts().sellOut(id);
        assertThat(mark(page, "Austin")).hasClass("mark out-of-stock");
        assertThat(page.locator("#map-summary")).hasText("2 stores: 1 out of stock, 1 fine.");
        server.alerts().resolve(id);
        assertThat(mark(page, "Austin")).hasClass("mark fine");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aStoreThatIsNewAppearsWithItsFirstAlert() {
        stores("Austin");
        Page page = open(ColorScheme.LIGHT, 1366);
        assertThat(marks(page)).hasCount(1);
        stores("Waco");
        server.alerts().low("Waco", "3");
        assertThat(mark(page, "Waco")).hasClass("mark low");
    }

    @Test
    void soManyChangesThatNotAllAreToldAreReadAgain() {
        server.database()
                .stores()
                .place(IntStream.range(0, 201)
                        .boxed()
                        .collect(Collectors.toMap(
                                city -> texas("City " + city), city -> new Location(30 + city / 100.0, -99))));
        Page page = open(ColorScheme.LIGHT, 1366);
        assertThat(marks(page)).hasCount(201);
        server.alerts().lowInManyCities(201);
        assertThat(page.locator(".mark.low[data-store]"))
                .hasCount(201, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
        TestBrowser.picture(page, "map-crowded");
    }

    @Test
    void anArcSaysWhoCanHelpWithHowMuchAndHowFarThatIs() {
        stores("Austin", "Dallas", "El Paso");
        String id = server.alerts().low("Austin", "3", Instant.now());
        server.alerts().redirect(id, "El Paso", 27, 850.4);
        server.alerts().redirect(server.alerts().low("Dallas", "4", Instant.now()), "El Paso", 5, 920);
        Page page = open(ColorScheme.LIGHT, 1366);
        Locator arcs = page.locator(".arc");
        Locator arc = page.getByLabel("27 units of product 3, 850 km; El Paso, TX → Austin, TX");
        assertThat(arcs).hasCount(2);
        assertThat(arc).hasAttribute("role", "img");
        assertThat(page.locator("#map-help")).hasText("2redirects");
        assertThat(page.locator(".strong .arc")).hasCount(0);

        page.locator("#alerts li")
                .filter(new Locator.FilterOptions().setHasText("Product 3"))
                .hover();
        assertThat(page.locator(".strong .arc")).hasCount(1);
        assertThat(page.locator("#map-tip")).containsText("27 units of product 3, 850 km");
        TestBrowser.picture(page, "map-arc");
        mark(page, "El Paso").hover();
        assertThat(page.locator(".strong .arc")).hasCount(2);
        assertThat(page.locator("#map-tip")).containsText("El Paso, TX: fine");
        assertThat(page.locator("#map-tip")).containsText("Gives Austin, TX 27 units of product 3, 850 km");
        page.mouse().move(5, 5);
        assertThat(page.locator("#map-tip")).isHidden();

        server.alerts().resolve(id);
        assertThat(arcs).hasCount(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aStoresShelvesAreShownTheWorstFirstAndFollow() {
        stores("Austin", "Dallas");
        shelves(12);
        Page page = open(ColorScheme.LIGHT, 1366);
        mark(page, "Austin").click();
        assertThat(page).hasURL(Pattern.compile(".*\\?store=Austin%7CTX$"));
        Locator panel = panel(page);
        assertThat(panel).isFocused();
        assertThat(panel.locator("tbody tr")).hasCount(2);
        assertThat(panel.locator("tbody tr").first().locator(".product")).hasText("3");
        assertThat(panel.locator("tbody tr").first().locator(".kind")).hasText("low");
        assertThat(panel.locator("tbody tr").first().locator(".level")).hasText("12");
        assertThat(panel.locator("#shelves-note")).hasText("2 shelves, the worst first");
        TestBrowser.picture(page, "map-shelves");
        shelves(7);
        assertThat(panel.locator("tbody tr").first().locator(".level")).hasText("7");

        page.keyboard().press("Escape");
        assertThat(panel).isHidden();
        assertThat(mark(page, "Austin")).isFocused();
        assertThat(page).hasURL(server.uri("/").toString());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theAddressOpensAStoreAndBackClosesIt() {
        stores("Austin", "Dallas");
        shelves(12);
        Page page = browser.open(server, "/?store=Austin%7CTX", options(ColorScheme.DARK, 1366));
        assertThat(panel(page).locator("tbody tr")).hasCount(2);
        assertThat(page.locator("#store-title")).hasText("Austin, TX");
        mark(page, "Dallas").click();
        assertThat(page.locator("#store-title")).hasText("Dallas, TX");
        assertThat(page.locator("#shelves-note")).hasText("Nothing is known of its shelves yet");
        page.goBack();
        assertThat(page.locator("#store-title")).hasText("Austin, TX");
        page.locator("#store-close").click();
        assertThat(panel(page)).isHidden();
        page.goBack();
        assertThat(panel(page)).isVisible();
    }

    @Test
    void saysSoWhenShelvesOrStoresCanNotBeReadAndGoesOnTrying() {
        stores("Austin");
        shelves(12);
        Page page = browser.open(server, "/icon.svg", options(ColorScheme.LIGHT, 1366));
        Pattern stores = Pattern.compile("/api/(stores|shelves)");
        page.route(stores, route -> route.abort());
        page.navigate(server.uri("/?store=Austin%7CTX").toString());
        assertThat(page.locator("#map-trouble")).containsText("Can't read the stores; trying again.");
        assertThat(page.locator("#store-trouble")).containsText("Can't read the shelves; trying again.");
        TestBrowser.picture(page, "map-failing");
        page.unroute(stores);
        assertThat(mark(page, "Austin")).isVisible();
        assertThat(page.locator("#map-trouble")).isHidden();
        assertThat(panel(page).locator("tbody tr")).hasCount(2);
        assertThat(page.locator("#store-trouble")).isHidden();
    }

    @Test
    void theMapIsZoomedAndMovedByKeysButtonsAndPointer() {
        stores("Austin", "Dallas", "El Paso");
        Page page = open(ColorScheme.LIGHT, 1366);
        assertThat(marks(page)).hasCount(3);
        Locator view = page.locator("#map-view");
        assertThat(view).hasAttribute("transform", "translate(0 0) scale(1)");
        page.locator("#map").press("+");
        assertThat(view).hasAttribute("transform", Pattern.compile(".*scale\\(1\\.6\\)"));
        String before = view.getAttribute("transform");
        page.locator("#map").press("ArrowRight");
        assertThat(view).not().hasAttribute("transform", before);
        page.getByRole(AriaRole.BUTTON, named("Closer")).click();
        assertThat(view).hasAttribute("transform", Pattern.compile(".*scale\\(2\\.56.*"));
        before = view.getAttribute("transform");
        drag(page.locator("#map"));
        assertThat(view).not().hasAttribute("transform", before);
        assertThat(panel(page)).isHidden();
        page.getByRole(AriaRole.BUTTON, named("The whole map")).click();
        assertThat(view).hasAttribute("transform", "translate(0 0) scale(1)");
        page.locator("#map").hover();
        page.mouse().wheel(0, -120);
        assertThat(view).hasAttribute("transform", "translate(0 0) scale(1)");
        page.keyboard().down("Control");
        page.mouse().wheel(0, -120);
        page.keyboard().up("Control");
        assertThat(view).not().hasAttribute("transform", "translate(0 0) scale(1)");
    }

    @Test
    void arrowKeysLeadFromStoreToStore() {
        stores("Austin", "El Paso", "Dallas");
        Page page = open(ColorScheme.LIGHT, 1366);
        assertThat(marks(page)).hasCount(3);
        assertThat(page.locator(".mark[tabindex]")).hasCount(1);
        page.locator(".mark[tabindex]").focus();
        page.keyboard().press("ArrowLeft");
        assertThat(mark(page, "El Paso")).isFocused();
        assertThat(page.locator("#map-tip")).hasText("El Paso, TX: fine");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".mark[tabindex]")).hasCount(1);
        page.keyboard().press("ArrowUp");
        assertThat(mark(page, "Dallas")).isFocused();
    }

    @Test
    void storesOutsideTheUnitedStatesAreShownOnAMapOfTheWorldAroundThem() {
        server.database()
                .stores()
                .place(Map.of(
                        new Place("Berlin", "DE"), new Location(52.52, 13.4),
                        new Place("Paris", "FR"), new Location(48.85, 2.35)));
        Page page = open(ColorScheme.LIGHT, 1366);
        assertThat(page.locator("#map")).hasAttribute("data-map", "world");
        assertThat(marks(page)).hasCount(2);
        double apart = page.locator("[data-store='Berlin|DE']").boundingBox().x
                - page.locator("[data-store='Paris|FR']").boundingBox().x;
        assertThat(apart).as("pixels from Paris to Berlin").isGreaterThan(200);
        TestBrowser.picture(page, "map-world");
    }

    @Test
    void onlyTheOutlinesThatAreShownAreLoaded() {
        stores("Austin", "Anchorage", "Honolulu");
        Page page = open(ColorScheme.LIGHT, 1366);
        assertThat(page.locator("#map")).hasAttribute("data-map", "states");
        assertThat(
                        page.evaluate(
                                "performance.getEntriesByType('resource').filter((each) => each.name.includes('geojson')).length"))
                .isEqualTo(1);
        assertThat((Integer) page.evaluate(
                        "performance.getEntriesByType('resource').reduce((sum, each) => sum + each.transferSize, 0)"))
                .as("bytes of the page")
                .isLessThan(500_000);
    }

    @Test
    void storesThatNobodyKnowsThePlaceOfAreNamed() {
        server.database().stores().remember(Set.of(AUSTIN, texas("Nowhere"), texas(HOSTILE_CITY)), PLACES::locate);
        Page page = open(ColorScheme.LIGHT, 1366);
        assertThat(page.locator("#map-unplaced"))
                .hasText("2 stores are not on the map: " + HOSTILE_CITY + ", TX; Nowhere, TX");
        assertThat(marks(page)).hasCount(1);
    }

    @Test
    void aChainWithoutAnyStoreIsToldThat() {
        Page page = open(ColorScheme.DARK, 1366);
        assertThat(page.locator("#map-empty")).hasText("No store has been heard of yet");
        TestBrowser.picture(page, "map-empty-dark");
    }

    @Test
    void aStoreIsShownAsTextWhateverItIsCalled() {
        server.database()
                .stores()
                .place(Map.of(texas(HOSTILE_CITY), new Location(31, -99), texas("100%|<b>"), new Location(35, -101)));
        server.alerts().redirect(server.alerts().low(HOSTILE_CITY, HOSTILE_CITY), "100%|<b>", 1, 450);
        server.shelves().write(Map.of(texas(HOSTILE_CITY), 4L), List.of(HOSTILE_CITY));
        Page page = open(ColorScheme.LIGHT, 1366);
        page.locator("#stores-title").click();
        page.locator("#stores")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(HOSTILE_CITY + ", TX")
                                .setExact(true))
                .click();
        assertThat(page.locator("#store-title")).hasText(HOSTILE_CITY + ", TX");
        assertThat(page.locator("#shelf-rows .product")).hasText(HOSTILE_CITY);
        page.locator("#stores")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("100%|<b>, TX"))
                .click();
        assertThat(page.locator("#store-title")).hasText("100%|<b>, TX");
        page.locator("#store-close").click();
        page.locator(".mark.low[data-store]").hover();
        assertThat(page.locator("#map-tip"))
                .containsText("Gets from 100%|<b>, TX 1 unit of product " + HOSTILE_CITY + ", 450 km");
        assertThat(page.locator("#shelf img")).hasCount(0);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aTableListsTheStoresForWhoCanNotUseTheMap() {
        stores("Austin", "Dallas", "El Paso");
        server.alerts().low("Dallas", "3");
        Page page = open(ColorScheme.LIGHT, 1366);
        assertThat(page.locator("#stores-title")).hasText("3 stores as a table");
        assertThat(page.locator("#store-rows tr")).hasCount(0);
        page.locator("#stores-title").click();
        Locator rows = page.locator("#store-rows tr");
        assertThat(rows).hasText(new String[] {"Dallas, TXlow1", "Austin, TXfine0", "El Paso, TXfine0"});
        page.getByRole(AriaRole.BUTTON, named("El Paso, TX")).press("Enter");
        assertThat(panel(page)).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.BUTTON, named("El Paso, TX"))).isFocused();
        server.alerts().raise("El Paso", "3", AlertKind.OUT_OF_STOCK, 0, Instant.now());
        assertThat(rows.first()).hasText("El Paso, TXout of stock1");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1366", "DARK,1366", "LIGHT,390", "DARK,390"})
    void theMapAndAnOpenStoreFitAWindowAndAPhoneAndAnybody(ColorScheme scheme, int width) {
        stores("Austin", "Dallas", "El Paso", "Houston");
        shelves(12);
        server.alerts().redirect(server.alerts().low("Austin", "3"), "El Paso", 27, 850.4);
        server.alerts().raise("Dallas", "3", AlertKind.RUNNING_LOW, 30, Instant.now());
        server.alerts().raise("Houston", "3", AlertKind.OUT_OF_STOCK, 0, Instant.now());
        Page page = browser.open(server, "/?store=Austin%7CTX", options(scheme, width));
        assertThat(marks(page)).hasCount(4);
        assertThat(panel(page).locator("tbody tr")).hasCount(2);
        page.locator("#stores-title").click();
        page.evaluate("document.getElementById('shelf').scrollIntoView()");
        TestBrowser.picture(page, "map-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(new AxeBuilder(page).include("#shelf").analyze().getViolations())
                .isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private Page open(ColorScheme scheme, int width) {
        Page page = browser.open(server, "/", options(scheme, width));
        assertThat(page.locator("#places")).hasAttribute("data-state", "ready");
        return page;
    }

    private static Browser.NewContextOptions options(ColorScheme scheme, int width) {
        return new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 1300);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator marks(Page page) {
        return page.locator(".mark[data-store]");
    }

    private static Locator mark(Page page, String city) {
        return page.locator(".mark[data-store^='" + city + "|']");
    }

    private static Locator panel(Page page) {
        return page.locator("#store");
    }

    private static void drag(Locator map) {
        BoundingBox box = map.boundingBox();
        map.page().mouse().move(box.x + 200, box.y + 200);
        map.page().mouse().down();
        map.page().mouse().move(box.x + 260, box.y + 230, new Mouse.MoveOptions().setSteps(4));
        map.page().mouse().up();
    }

    private static Place texas(String city) {
        return new Place(city, "TX");
    }

    /** Stores in these cities, where the gazetteer says that they are. */
    private void stores(String... cities) {
        Map<Place, Location> stores = new HashMap<>();
        for (String city : cities) {
            String state = Map.of("Anchorage", "AK", "Honolulu", "HI").getOrDefault(city, "TX");
            Place place = new Place(city, state);
            stores.put(place, PLACES.locate(place).orElseThrow());
        }
        server.database().stores().place(stores);
    }

    /** Two shelves in Austin: product 3 with so many units, product 7 with many. */
    private void shelves(long level) {
        server.shelves().write(Map.of(AUSTIN, 500L), List.of("7"));
        server.shelves().write(Map.of(AUSTIN, level), List.of("3"));
    }
}
