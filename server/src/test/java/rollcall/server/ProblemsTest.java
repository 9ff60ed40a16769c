package rollcall.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private final Javalin http = Javalin.create(config -> {
                config.jetty.host = "127.0.0.1";
                config.jetty.port = 0;
                new Problems(1).addTo(config.routes);
                config.routes.get("/fault", request -> {
                    throw new IllegalStateException("a secret");
                });
            })
            .start();

    @AfterEach
    void close() {
        http.stop();
    }

    @Test
    void aFaultOfTheServerIsAProblemThatGivesNothingAway() throws IOException, InterruptedException {
        HttpRequest fault = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + "/fault"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(fault, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    }
}
