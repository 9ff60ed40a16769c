package rollcall.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.UnauthorizedResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import rollcall.server.http.Routes;

/** Calls that write need the token, if one is set. */
final class BearerToken implements Routes {

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final Optional<String> token;

    BearerToken(Optional<String> token) {
        this.token = token;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        token.ifPresent(expected -> routes.before(request -> {
            if (!READING.contains(request.method()) && !carries(request, expected)) {
                request.header(Header.WWW_AUTHENTICATE, "Bearer");
                throw new UnauthorizedResponse(
                        "This call needs the server's API token, as the header 'Authorization: Bearer TOKEN'.");
            }
        }));
    }

    private static boolean carries(Context request, String expected) {
        String given = Optional.ofNullable(request.header(Header.AUTHORIZATION)).orElse("");
        // In constant time, so that the time of an answer tells nothing about the token.
        return MessageDigest.isEqual(utf8(given), utf8("Bearer " + expected));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
