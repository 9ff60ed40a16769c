package rollcall.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceSizeTest {

    private static final int MOST_LINES = 400;

    @Test
    void keepsSourceFilesShort() throws IOException {
        List<Path> sources = sources();

        assertThat(sources).hasSizeGreaterThan(20);
        assertThat(sources)
                .allSatisfy(source -> assertThat(lines(source))
                        .as("lines of %s: split it", source)
                        .isLessThanOrEqualTo(MOST_LINES));
    }

    private static List<Path> sources() throws IOException {
        Path checkout = Path.of("").toAbsolutePath().getParent();
        try (Stream<Path> modules = Files.list(checkout)) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SourceSizeTest::javaFiles)
                    .toList();
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
