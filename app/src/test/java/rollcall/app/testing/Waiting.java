package rollcall.app.testing;

import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long tests wait for what must come. */
public final class Waiting {

    private Waiting() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(120, TimeUnit.SECONDS).pollInterval(50, TimeUnit.MILLISECONDS);
    }
}
