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

    /** Files up to so many bytes are compressed but once. */
    private static final int LARGEST_COMPRESSED = 2 << 20;

    /** What hears the server, and what shows it. */
    private static final List<String> FIRST = List.of("/live/stream.js", "/main.js");

    /** What is loaded when these are there. */
    private static final List<String> LATER = List.of("/road/chart.js", "/shelf/shelf.js");

    private final String html = PageModules.named(
            new String(Resources.read(PageModules.FOLDER + "/index.html"), StandardCharsets.UTF_8), FIRST, LATER);

    static void configure(JavalinConfig config) {
        config.staticFiles.add(files -> {
            files.directory = PageModules.FOLDER;
            files.location = Location.CLASSPATH;
            files.precompressMaxSize = LARGEST_COMPRESSED;
        });
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(request -> HEADERS.forEach(request::header));
        routes.get("/", request -> request.html(html));
    }
}
