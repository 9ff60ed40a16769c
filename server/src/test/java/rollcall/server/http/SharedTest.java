package rollcall.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedTest {

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void whoAsksAfterAnAnswerWasMadeGetsANewOne() {
        Shared<Integer> shared = new Shared<>(made::incrementAndGet);
        assertThat(shared.get()).isEqualTo(1);
        assertThat(shared.get()).isEqualTo(2);
    }

    @Test
    void thoseWhoWaitShareTheNextAnswer() {
        Semaphore allowed = new Semaphore(0);
        Shared<Integer> shared = new Shared<>(() -> {
            int number = made.incrementAndGet();
            allowed.acquireUninterruptibly();
            return number;
        });
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(shared::get, task -> new Thread(task).start());
        await().until(() -> made.get() == 1);
        Queue<Integer> answers = new ConcurrentLinkedQueue<>();
        List<Thread> waiting = IntStream.range(0, 20)
                .mapToObj(each -> new Thread(() -> answers.add(shared.get())))
                .toList();
        waiting.forEach(Thread::start);
        await().until(() -> waiting.stream().allMatch(each -> each.getState() == Thread.State.BLOCKED));
        allowed.release(2);
        assertThat(first.join()).isEqualTo(1);
        await().until(() -> answers.size() == waiting.size());
        assertThat(answers).containsOnly(2);
        assertThat(made).hasValue(2);
    }

    @Test
    void aFailureIsNotKept() {
        Shared<Integer> shared = new Shared<>(() -> {
            if (made.incrementAndGet() == 2) {
                throw new IllegalStateException("no database");
            }
            return made.get();
        });
        shared.get();
        assertThatThrownBy(shared::get).hasMessage("no database");
        assertThat(shared.get()).isEqualTo(3);
    }
}
