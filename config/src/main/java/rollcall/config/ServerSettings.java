package rollcall.config;

import java.util.Optional;

/**
 * Where the server listens.
 *
 * @param host address to bind
 * @param port TCP port; 0: any free one
 * @param apiToken bearer token that writing calls must carry, if any
 */
public record ServerSettings(String host, int port, Optional<String> apiToken) {

    @Override
    public String toString() {
        return "http://" + host + ":" + port; // never the token
    }
}
