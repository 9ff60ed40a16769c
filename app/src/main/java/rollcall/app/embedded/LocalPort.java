package rollcall.app.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine, as seen from 127.0.0.1. */
final class LocalPort {

    static final String HOST = "127.0.0.1";

    private LocalPort() {}

    /** A port that is free now; somebody else may take it before the caller does. */
    static int free() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(HOST, 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IOException if the port cannot be listened on, with the reason */
    static void requireFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections of a process that just ended do not count
            socket.bind(new InetSocketAddress(HOST, port));
        }
    }
}
