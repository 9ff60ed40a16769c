package rollcall.app.embedded;

import java.nio.file.Path;

/** An embedded part could not start; the message is written for the operator and says what to change. */
public final class EmbeddedStartException extends RuntimeException {

    EmbeddedStartException(String message, Throwable cause) {
        super(message, cause);
    }

    static EmbeddedStartException portTaken(String part, int port, String flag, Throwable cause) {
        return new EmbeddedStartException(
                "port %d for the embedded %s is taken by another process; choose another one, for example %s %d (0 takes any free one)"
                        .formatted(port, part, flag, port < 65535 ? port + 1 : port - 1),
                cause);
    }

    static EmbeddedStartException directoryInUse(Path directory, String owner) {
        return new EmbeddedStartException(
                "%s is in use by %s; stop that one first, or choose another directory, for example --data %s-2"
                        .formatted(directory, owner, directory),
                null);
    }

    static EmbeddedStartException otherFormat(Path directory) {
        return new EmbeddedStartException(
                "the database in %s was made by another version of Rollcall, which alone can read it; choose another directory, for example --data %s-2"
                        .formatted(directory, directory),
                null);
    }

    static EmbeddedStartException failed(String part, Path directory, Throwable cause) {
        return new EmbeddedStartException(
                "the embedded %s did not start in %s: %s".formatted(part, directory, cause.getMessage()), cause);
    }
}
