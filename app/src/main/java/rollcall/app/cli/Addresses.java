package rollcall.app.cli;

import rollcall.config.Settings;
import rollcall.server.RollcallServer;

/** Addresses that people type. */
final class Addresses {

    private Addresses() {}

    static String page(Settings settings, RollcallServer server) {
        String host = settings.server().host();
        boolean isEverywhere = host.equals("0.0.0.0") || host.equals("::");
        return "http://" + (isEverywhere ? "localhost" : host) + ":" + server.port() + "/";
    }
}
