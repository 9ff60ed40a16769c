package rollcall.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.EndpointNotFound;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rollcall.server.http.Routes;
import rollcall.store.Database;

/**
 * Answers every error as RFC 9457 {@code application/problem+json}. The details of a {@link HttpResponseException}
 * become members of the problem.
 */
final class Problems implements Routes {

    private static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final long largestBody;

    /** @param largestBody what a request's body may have, in bytes */
    Problems(long largestBody) {
        this.largestBody = largestBody;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (failure, request) -> {
            if (failure instanceof MethodNotAllowedResponse) {
                request.header(Header.ALLOW, failure.getDetails().getOrDefault("availableMethods", ""));
            }
            answer(request, failure.getStatus(), detail(failure, request), failure.getDetails());
        });
        routes.exception(Exception.class, (failure, request) -> {
            if (Database.isUnavailable(failure)) {
                LOG.warn(
                        "{} {}: the database can't be reached: {}",
                        request.method(),
                        request.path(),
                        failure.getMessage());
                answer(request, 503, "The database can't be reached; try again later.", Map.of());
                return;
            }
            LOG.error("{} {} failed", request.method(), request.path(), failure);
            answer(request, 500, "The server could not answer this; its log says why.", Map.of());
        });
    }

    private String detail(HttpResponseException failure, Context request) {
        if (failure instanceof EndpointNotFound) {
            return "There is nothing at " + request.path() + ". What there is: /openapi.json.";
        }
        if (failure instanceof MethodNotAllowedResponse) {
            return request.path() + " does not take " + request.method() + ", only "
                    + failure.getDetails().getOrDefault("availableMethods", "other methods") + ".";
        }
        if (failure.getStatus() == HttpStatus.CONTENT_TOO_LARGE.getCode()
                && !(failure instanceof ContentTooLargeResponse)) {
            return "The body is larger than " + largestBody + " bytes; send fewer at a time.";
        }
        return failure.getMessage();
    }

    private static void answer(Context request, int status, String detail, Map<String, String> more) {
        Map<String, Object> problem = new LinkedHashMap<>(more);
        problem.put("type", "about:blank");
        problem.put("title", HttpStatus.forStatus(status).getMessage());
        problem.put("status", status);
        problem.put("detail", detail);
        request.status(status).json(problem);
        request.res().setCharacterEncoding(null); // the type has none (RFC 8259, 11), Jetty would add one
        request.contentType(MEDIA_TYPE);
    }
}
