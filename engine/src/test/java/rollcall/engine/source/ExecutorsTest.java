package rollcall.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExecutorsTest {

    private static final Executors FOUR = new Executors(List.of("a", "b", "c", "d"));

    @Test
    void givesEveryExecutorTheSameShareOfTheTasks() {
        assertThat(preferred(FOUR, 4)).containsExactly("a", "b", "c", "d");
        assertThat(preferred(FOUR, 8)).containsExactly("a", "a", "b", "b", "c", "c", "d", "d");
        assertThat(preferred(FOUR, 2)).containsExactly("a", "c");
    }

    @Test
    void prefersNoneWhereThereAreNone() {
        assertThat(new Executors(List.of()).forTask(0, 1)).isEmpty();
    }

    private static List<String> preferred(Executors executors, int tasks) {
        return IntStream.range(0, tasks)
                .mapToObj(task -> executors.forTask(task, tasks)[0])
                .toList();
    }
}
