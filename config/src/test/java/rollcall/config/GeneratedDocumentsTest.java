package rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Pages that are made from the table of keys; they cannot go stale, because this test writes them. */
class GeneratedDocumentsTest {

    private static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();

    @Test
    void configurationPageSaysWhatTheCodeSays() throws IOException {
        check("docs/configuration.md", ConfigurationDocuments.page());
    }

    @Test
    void shippedFileShowsEveryDefaultCommentedOut() throws IOException {
        check("app/src/dist/conf/rollcall.conf", ConfigurationDocuments.commentedDefaults());
    }

    @Test
    void everyKeyHasDescriptionAndValidExample() {
        assertThat(Keys.ALL).allSatisfy(key -> {
            assertThat(key.description()).as(key.path()).endsWith(".");
            assertThat(key.kind().parser().apply(key.kind().example().replace("\"", "")))
                    .isNotNull();
        });
    }

    private static void check(String name, String content) throws IOException {
        Path file = CHECKOUT.resolve(name);
        if (Boolean.getBoolean("rollcall.write-docs")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("%s is stale; write it anew with ./mvnw -pl config test -Drollcall.write-docs=true", name)
                .hasContent(content);
    }
}
