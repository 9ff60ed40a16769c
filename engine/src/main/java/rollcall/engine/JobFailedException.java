package rollcall.engine;

import java.io.Serial;

/** A job could not do what it was asked to. What it had completed before stays right. */
public final class JobFailedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    JobFailedException(String job, Throwable failure) {
        super("The " + job + " job failed: " + rootMessage(failure), failure);
    }

    /** What went wrong first, without the wrapping of the layers above. */
    static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
