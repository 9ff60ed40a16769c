package rollcall.engine;

import java.io.Serial;

/** A job could not do what it was asked to. What it had completed before stays right. */
public final class JobFailedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    JobFailedException(String job, Throwable failure) {
        super("The " + job + " job failed: " + rootMessage(failure), failure);
    }

    /** What went wrong, without the wrapping of the engine: who failed in what, and what it came from. */
    static String rootMessage(Throwable failure) {
        Throwable told = failure;
        while (told.getCause() != null && isWrapping(told)) {
            told = told.getCause();
        }
        Throwable root = told;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String what = message(told);
        String from = message(root);
        return what.contains(from) ? what : what + ": " + from;
    }

    /** Whether it says nothing but that its cause happened. */
    private static boolean isWrapping(Throwable failure) {
        return failure.getClass().getName().startsWith("org.apache.spark.")
                || failure.getMessage() == null
                || failure.getMessage().equals(failure.getCause().toString());
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
