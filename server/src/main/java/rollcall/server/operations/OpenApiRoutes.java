package rollcall.server.operations;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import rollcall.server.http.Resources;
import rollcall.server.http.Routes;

/** {@code /openapi.json}: the calls, described. */
public final class OpenApiRoutes implements Routes {

    private final byte[] description = Resources.read("/rollcall/server/openapi.json");

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/openapi.json",
                request -> request.contentType(ContentType.APPLICATION_JSON).result(description));
    }
}
