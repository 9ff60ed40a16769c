package rollcall.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import rollcall.server.http.Resources;
import rollcall.server.http.Routes;

/**
 * What the page uses of others: libraries, from their jars, and outlines for the map. They change with a release only, so
 * that browsers may keep them. Each has a route of its own: the jars have no entries for their folders, so that those
 * can't be served as such.
 */
final class Vendored implements Routes {

    /**
     * One file.
     *
     * @param path in the address, below {@code /vendor/}
     */
    private record Vendor(String path, String type, byte[] bytes, byte[] compressed) {

        static Vendor script(String path, String resource) {
            return of(path, "text/javascript", Resources.read("/META-INF/resources/" + resource));
        }

        static Vendor outline(String path) {
            return of(path, "application/geo+json", Resources.read("/rollcall/server/outlines/" + path));
        }

        /** These are large: they are compressed once, not for everybody who asks. */
        private static Vendor of(String path, String type, byte[] bytes) {
            return new Vendor(path, type, bytes, gzip(bytes));
        }
    }

    private final List<Vendor> files = List.of(
            Vendor.script("echarts.js", "_static/echarts/6.0.0/dist/echarts.common.min.js"),
            Vendor.script("d3-array.js", "webjars/d3-array/3.2.4/dist/d3-array.min.js"),
            Vendor.script("d3-geo.js", "webjars/d3-geo/3.1.1/dist/d3-geo.min.js"),
            Vendor.outline("us-states.geojson"),
            Vendor.outline("world-countries.geojson"));

    @Override
    public void addTo(RoutesConfig routes) {
        files.forEach(file -> routes.get("/vendor/" + file.path(), request -> send(request, file)));
    }

    private static void send(Context request, Vendor file) {
        request.contentType(file.type())
                .header("Cache-Control", "public, max-age=86400")
                .header("Vary", "Accept-Encoding");
        String accepted = request.header("Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            request.disableCompression().header("Content-Encoding", "gzip").result(file.compressed());
        } else {
            request.result(file.bytes());
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }
}
