package rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "mongodb://user:s3cret@db:27017/x, mongodb://user:****@db:27017/x",
        "mongodb+srv://user:s3:c@ret@db, mongodb+srv://user:****@db",
        "mongodb://db:27017/?tlsCertificateKeyFilePassword=s3cret&w=1, "
                + "mongodb://db:27017/?tlsCertificateKeyFilePassword=****&w=1",
        "mongodb://db:27017, mongodb://db:27017",
    })
    void hidesThePasswordInConnectionString(String uri, String shown) {
        assertThat(Secrets.hideInUri(uri)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssl.key.password", "sasl.jaas.config", "ssl.keystore.key", "client.SECRET", "a.token"})
    void hidesPropertiesWhoseNamesSpeakOfSecrets(String name) {
        assertThat(Secrets.hideProperty(name, "s3cret")).isEqualTo("****");
    }

    @Test
    void showsOtherProperties() {
        assertThat(Secrets.hideProperty("security.protocol", "SASL_SSL")).isEqualTo("SASL_SSL");
    }

    @Test
    void listsAndSettingsKeepSecretsToThemselves() throws IOException {
        Path file = Files.writeString(
                directory.resolve("rollcall.conf"),
                "kafka.client { \"ssl.key.password\" = s3cret }, server.api-token = s3cret, "
                        + "spark.conf { \"spark.ssl.keyPassword\" = s3cret }");

        Configuration loaded = ConfigLoader.load(
                new ConfigSources(Optional.of(file), Map.of("MONGO_URI", "mongodb://u:s3cret@db"), List.of()));

        assertThat(loaded.toString()).contains("****").doesNotContain("s3cret");
        assertThat(loaded.settings().kafka().client()).containsValue("s3cret");
    }

    @Test
    void problemsKeepSecretsToThemselves() throws IOException {
        Path file = Files.writeString(directory.resolve("rollcall.conf"), "server.api-tokn = s3cret");

        assertThatThrownBy(() -> ConfigLoader.load(new ConfigSources(
                        Optional.of(file),
                        Map.of("ROLLCALL_API_TOKEN", "s3cret s3cret", "MONGO_URI", "mongo://u:s3cret@db"),
                        List.of())))
                .hasMessageContaining("server.api-token = \"****\"")
                .hasMessageContaining("mongo://u:****@db")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void brokenLinesKeepSecretsToThemselves() throws IOException {
        Path file = Files.writeString(directory.resolve("rollcall.conf"), "server.api-token = s3cret$more");

        assertThatThrownBy(() -> ConfigLoader.load(new ConfigSources(Optional.of(file), Map.of(), List.of())))
                .hasMessageContaining("rollcall.conf:1")
                .hasMessageNotContaining("s3cret");
    }
}
