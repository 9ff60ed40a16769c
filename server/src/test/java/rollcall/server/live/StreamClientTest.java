package rollcall.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StreamClientTest {

    private final Connection connection = new Connection();
    private final StreamClient client = new StreamClient(connection, null);

    @Test
    void whatTheConnectionDoesNotTakeWaitsAndKeepsItsOrder() throws IOException {
        client.onWritePossible();
        connection.ready = false;
        assertThat(client.send(event("first"))).isTrue();
        assertThat(client.send(event("second"))).isTrue();
        assertThat(connection.written.size()).isZero();
        connection.ready = true;
        client.onWritePossible();
        assertThat(connection.written.toString(StandardCharsets.UTF_8))
                .isEqualTo("event: first\ndata: 1\n\nevent: second\ndata: 1\n\n");
        assertThat(connection.flushed).isEqualTo(connection.written.size());
    }

    @Test
    void aClientForWhomTooMuchWaitsTakesNoMore() throws IOException {
        client.onWritePossible();
        connection.ready = false;
        StreamEvent large = StreamEvent.of(null, "presence", "x".repeat(100_000));
        assertThat(IntStream.range(0, 10).allMatch(i -> client.send(large))).isTrue();
        assertThat(client.send(large)).isFalse();
    }

    @Test
    void nothingIsWrittenBeforeTheConnectionAsksForIt() {
        assertThat(client.send(event("early"))).isTrue();
        assertThat(connection.written.size()).isZero();
    }

    @Test
    void aLostConnectionIsNoticed() {
        client.onError(new IOException("reset"));
        assertThat(client.gone()).isDone();
        assertThat(client.send(event("late"))).isFalse();
    }

    @Test
    void anOutputThatHasEndedIsALostConnection() throws IOException {
        client.onWritePossible();
        connection.ended = true;
        assertThat(client.send(event("late"))).isFalse();
    }

    private static StreamEvent event(String name) {
        return StreamEvent.of(null, name, "1");
    }

    private static final class Connection extends ServletOutputStream {

        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private boolean ready = true;
        private boolean ended;
        private int flushed;

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void write(int octet) {
            if (ended) {
                throw new IllegalStateException("ended");
            }
            written.write(octet);
        }

        @Override
        public void flush() {
            flushed = written.size();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
