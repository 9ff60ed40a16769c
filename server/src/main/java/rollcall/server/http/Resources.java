package rollcall.server.http;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files on the class path. */
public final class Resources {

    private Resources() {}

    /**
     * The bytes of a file.
     *
     * @param path from the root of the class path, with a slash in front
     * @throws UncheckedIOException if it is not there: then the program was not packed whole
     */
    public static byte[] read(String path) {
        try (InputStream file = Resources.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new FileNotFoundException("Not on the class path: " + path);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
