package rollcall.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import rollcall.app.Main;

/**
 * How fast the page is in a real Chromium, over a day of pings: from navigation to the first figures, what is transferred,
 * how long a redraw of 24 hours at one-minute steps takes, what moves while figures are updated, and whether the page's
 * memory grows by that. Everything else is embedded in one other process.
 */
public final class Board implements AutoCloseable {

    private static final int DRIVERS = 300;
    private static final int MINUTES = 24 * 60;
    private static final int VISITS = 7;
    private static final int REDRAWS = 15;
    private static final int PARTS = 4;
    private static final Duration UPDATE = Duration.ofMillis(250);

    /** Notes when the first figure is on the screen, every layout shift, and every update. */
    private static final String OBSERVER = """
            window.shifts = 0;
            window.updates = 0;
            new PerformanceObserver((list) => list.getEntries().forEach((each) => (window.shifts += each.value)))
              .observe({ type: "layout-shift", buffered: true });
            addEventListener("DOMContentLoaded", () => new MutationObserver(() => (window.updates += 1))
              .observe(document.getElementById("online"), { childList: true }));
            new MutationObserver((changes, observer) => {
              if (/\\d/.test(document.getElementById("online")?.textContent ?? "")) {
                observer.disconnect();
                requestAnimationFrame(() => setTimeout(() => (window.firstFigures = performance.now())));
              }
            }).observe(document, { childList: true, subtree: true, characterData: true });
            """;

    private static final String TRANSFERRED =
            "performance.getEntries().reduce((sum, each) => sum + (each.transferSize ?? 0), 0)";

    /** The time zone's change draws everything anew. Milliseconds. */
    private static final String REDRAW = """
            (() => {
              const chart = echarts.getInstanceByDom(document.getElementById("chart"));
              const other = document.querySelector("input[name=zone]:not(:checked)");
              const begun = performance.now();
              other.click();
              chart.getZr().flush();
              return performance.now() - begun;
            })()
            """;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(
                            Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium")))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    private final HttpClient http = HttpClient.newHttpClient();
    private final KafkaProducer<byte[], byte[]> producer;
    private final String address;
    private int pings;

    private Board(String address, String brokers) {
        this.address = address;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    public static void main(String[] given) throws Exception {
        Duration updates = Duration.ofSeconds(given.length > 0 ? Integer.parseInt(given[0]) : 120);
        Path data = Files.createTempDirectory("rollcall-board");
        List<String> run = List.of("run", "--embedded", "--port", "0", "--kafka-port", "0", "--mongo-port", "0");
        String[] arguments = Stream.concat(run.stream(), Stream.of("--data", data.toString()))
                .toArray(String[]::new);
        try (Child rollcall = Child.start("2g", Map.of(), Main.class, arguments)) {
            String address = rollcall.nextLine().replaceAll(".* ", "");
            String brokers = rollcall.nextLine().split(" +")[1];
            try (Board board = new Board(address, brokers)) {
                board.countADay();
                board.visit();
                board.redraw();
                board.update(updates);
            }
            rollcall.terminate();
        }
    }

    private void countADay() throws IOException, InterruptedException {
        long now = Instant.now().getEpochSecond();
        for (int minutesAgo = MINUTES; minutesAgo >= 0; minutesAgo--) {
            int drivers = DRIVERS / 2 + (int) (DRIVERS / 2 * Math.abs(Math.sin(minutesAgo / 200.0)));
            for (int driver = 1; driver <= drivers; driver++) {
                ping(driver, now - minutesAgo * 60L, (driver + minutesAgo) % 3 != 0);
            }
        }
        producer.flush();
        HttpRequest reports =
                HttpRequest.newBuilder(URI.create(address + "reports")).build();
        while (http.send(reports, BodyHandlers.ofString()).body().split("online").length <= MINUTES) {
            LockSupport.parkNanos(UPDATE.toNanos());
        }
    }

    private void ping(int driver, long second, boolean isAvailable) {
        producer.send(
                new ProducerRecord<>("pings", 0, second * 1_000, null, PlainPings.ping(driver, second, isAvailable)));
    }

    private void visit() {
        double[] millis = new double[VISITS];
        long transferred = 0;
        for (int visit = 0; visit < VISITS; visit++) {
            Page page = open("?range=24h"); // a new browser context: nothing is cached
            millis[visit] = number(page, "firstFigures");
            page.waitForTimeout(1_500); // what comes after the figures counts too
            transferred = (long) number(page, TRANSFERRED);
            page.context().close();
        }
        System.out.printf(
                "first figures      %5.0f ms after navigation, the median of %d visits%n", median(millis), VISITS);
        System.out.printf("transferred        %5.0f kB%n", transferred / 1e3);
    }

    private void redraw() {
        Page page = open("?range=24h");
        double[] millis = IntStream.range(0, REDRAWS)
                .mapToDouble(i -> number(page, REDRAW))
                .toArray();
        System.out.printf("redraw of 24 hours %5.1f ms, the median of %d%n", median(millis), REDRAWS);
        page.context().close();
    }

    private void update(Duration length) {
        Page page = open("?range=24h");
        page.waitForTimeout(10_000);
        double shiftsBefore = number(page, "shifts");
        double updatesBefore = number(page, "updates");
        StringBuilder heaps = new StringBuilder();
        for (int part = 0; part <= PARTS; part++) {
            heaps.append(String.format("%s%.1f", part == 0 ? "" : ", ", heap(page) / 1e6));
            ping(part == PARTS ? Duration.ZERO : length.dividedBy(PARTS));
        }
        double updates = number(page, "updates") - updatesBefore;
        System.out.printf(
                "layout shift       %5.3f in %,.0f updates%n", number(page, "shifts") - shiftsBefore, updates);
        System.out.printf("heap               %s MB, before these and after each quarter of them%n", heaps);
    }

    private void ping(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        for (; System.nanoTime() < end; pings++) {
            ping(DRIVERS + pings, Instant.now().getEpochSecond(), true);
            LockSupport.parkNanos(UPDATE.toNanos());
        }
    }

    /** What is in use after a collection, in bytes. */
    private static double heap(Page page) {
        CDPSession devTools = page.context().newCDPSession(page);
        devTools.send("HeapProfiler.enable");
        devTools.send("HeapProfiler.collectGarbage");
        JsonObject usage = devTools.send("Runtime.getHeapUsage");
        devTools.detach();
        return usage.get("usedSize").getAsDouble();
    }

    private Page open(String query) {
        Page page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900))
                .newPage();
        page.addInitScript(OBSERVER);
        page.navigate(address + query);
        // Not by waitForFunction: the page's Content-Security-Policy forbids it.
        while (!page.evaluate("Boolean(window.firstFigures && document.querySelector('#chart canvas'))")
                .equals(true)) {
            page.waitForTimeout(20);
        }
        return page;
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }

    @Override
    public void close() {
        producer.close();
        browser.close();
        playwright.close();
    }
}
