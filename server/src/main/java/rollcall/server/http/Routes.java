package rollcall.server.http;

import io.javalin.config.RoutesConfig;

/** The calls of one feature. */
public interface Routes {

    void addTo(RoutesConfig routes);
}
