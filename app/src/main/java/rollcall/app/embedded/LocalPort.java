package rollcall.app.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine, as seen from 127.0.0.1. */
final class LocalPort {

    static final String HOST = "127.0.0.1";

    // Below what Linux, macOS and Windows hand out to outgoing connections, which could take it before a server does.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_767;
    private static final int TRIES = 100;

    private LocalPort() {}

    /** A port that is free now, and that no outgoing connection will take. */
    static int free() {
        IOException failure = null;
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            try {
                requireFree(port);
                return port;
            } catch (IOException e) {
                failure = e;
            }
        }
        throw new EmbeddedStartException("no free port from %d to %d".formatted(LOWEST, HIGHEST), failure);
    }

    /** @throws IOException if the port cannot be listened on, with the reason */
    static void requireFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections of a process that just ended do not count
            socket.bind(new InetSocketAddress(HOST, port));
        }
    }
}
