package rollcall.server.live;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import rollcall.server.http.Routes;

/** {@code /api/stream}: server-sent events. */
public final class LiveRoutes implements Routes {

    private final LiveStream stream;

    public LiveRoutes(LiveStream stream) {
        this.stream = stream;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/stream", request -> {
            request.contentType("text/event-stream; charset=utf-8");
            request.header("X-Accel-Buffering", "no"); // nginx would hold events back
            request.future(() -> join(request));
        });
    }

    private CompletableFuture<Void> join(Context request) {
        try {
            ServletOutputStream out = request.res().getOutputStream();
            StreamClient client = new StreamClient(out, request.header("Last-Event-ID"));
            request.req().getAsyncContext().addListener(client);
            out.setWriteListener(client);
            stream.join(client);
            return client.gone();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
