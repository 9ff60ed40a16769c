package rollcall.store;

import java.io.Serial;

/** Another job has claimed the topic; this one must stop. What it has written so far stays right. */
public final class SupersededException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public SupersededException(Claim claim, String newOwner) {
        super("Topic " + claim.topic() + " now belongs to another job (" + newOwner + "), so this one (" + claim.owner()
                + ") stops. Run one job per topic and database.");
    }
}
