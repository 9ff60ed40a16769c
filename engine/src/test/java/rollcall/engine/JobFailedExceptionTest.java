package rollcall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class JobFailedExceptionTest {

    @Test
    void saysWhatCouldNotBeDoneAndWhyNot() {
        Throwable failure = new KafkaException(
                "Topic notifications could not be made at broker:9092", new TopicAuthorizationException("No rights"));

        assertThat(new JobFailedException("stock", failure))
                .hasMessage("The stock job failed: Topic notifications could not be made at broker:9092: No rights");
    }

    @Test
    void leavesTheEngineOut() {
        Throwable failure = new SparkException(
                "Job aborted due to stage failure: Task 0 in stage 1.0 failed 1 times",
                new ExecutionException(
                        new UncheckedIOException("stores.csv can't be read", new IOException("denied"))));

        assertThat(JobFailedException.rootMessage(failure)).isEqualTo("stores.csv can't be read: denied");
    }

    @Test
    void saysAReasonOnce() {
        Throwable failure = new KafkaException("No topic: denied", new IOException("denied"));

        assertThat(JobFailedException.rootMessage(failure)).isEqualTo("No topic: denied");
    }

    @Test
    void namesAFailureThatHasNothingToSay() {
        assertThat(JobFailedException.rootMessage(new SparkException("failed", new IllegalStateException())))
                .isEqualTo("IllegalStateException");
    }
}
