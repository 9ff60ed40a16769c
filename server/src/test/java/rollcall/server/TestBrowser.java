package rollcall.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real Chromium that shows one page at a time and notes what the page complains of. */
final class TestBrowser implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;

    TestBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        String chromium = Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium");
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    /** Opens the server's page. */
    Page open(ServerUnderTest server, ColorScheme scheme, int width, int height) {
        return open(server, scheme, width, height, "/");
    }

    /** Opens the server's page at an address that says what it shows. */
    Page open(ServerUnderTest server, ColorScheme scheme, int width, int height, String address) {
        return open(
                server,
                address,
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, height));
    }

    /** Opens the server's page in a browser of its own; the scripts run before the page's own. */
    Page open(ServerUnderTest server, String address, Browser.NewContextOptions options, String... scripts) {
        complaints.clear();
        context = browser.newContext(options.setDeviceScaleFactor(2));
        Page page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        List.of(scripts).forEach(page::addInitScript);
        page.navigate(server.uri(address).toString());
        return page;
    }

    /** Errors, warnings and pop-ups since the page was opened. */
    List<String> complaints() {
        return complaints;
    }

    /** Leaves a picture in {@code target/page}. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/page", name + ".png")));
    }

    /** Closes the page, if one was opened. */
    void closePage() {
        if (context != null) {
            context.close();
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
