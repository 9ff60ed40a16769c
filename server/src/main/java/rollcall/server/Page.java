package rollcall.server;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.staticfiles.Location;
import java.util.Map;
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

    static void configure(JavalinConfig config) {
        config.staticFiles.add("/rollcall/server/page", Location.CLASSPATH);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(request -> HEADERS.forEach(request::header));
    }
}
