package rollcall.server;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.staticfiles.Location;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import rollcall.server.http.Resources;
import rollcall.server.http.Routes;

/** The page: its own files. Beside them it loads what is {@link Vendored}, and nothing from anywhere else. */
final class Page implements Routes {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            // Builds are reproducible: their files' dates never change, so that an ETag made from them proves nothing.
            "Cache-Control",
            "no-store");

    /** What hears the server, what shows it, and the chart, which is loaded when the rest is there. */
    private static final List<String> FIRST = List.of("/live/stream.js", "/main.js", "/road/chart.js");

    private final String html = PageModules.named(
            new String(Resources.read(PageModules.FOLDER + "/index.html"), StandardCharsets.UTF_8),
            PageModules.reachedFrom(FIRST));

    static void configure(JavalinConfig config) {
        config.staticFiles.add(PageModules.FOLDER, Location.CLASSPATH);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(request -> HEADERS.forEach(request::header));
        routes.get("/", request -> request.html(html));
    }
}
