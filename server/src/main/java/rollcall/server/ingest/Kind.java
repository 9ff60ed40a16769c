package rollcall.server.ingest;

import java.util.List;
import java.util.Optional;

/** A kind of record that is taken in: what it has of its own. */
public interface Kind {

    /** What one is called, such as {@code ping}: {@code POST /api/pings} takes several. */
    String noun();

    /** The topic that they are published to. */
    String topic();

    /** The members whose values, joined by {@code |}, become a record's key. */
    List<String> keyMembers();

    /** A valid one, for messages. */
    String example();

    /** What becomes of some that are published already, if all are sent again: completes "sending all again …". */
    String whenSentAgain();

    /** A judge for the use of one thread. */
    Judge judge();

    /** Says what is wrong with records. */
    interface Judge {

        /**
         * What keeps a record's value from being one of the kind.
         *
         * @param nowMillis the time that the record would have in Kafka, in epoch milliseconds
         */
        Optional<Flaw> flaw(byte[] value, long nowMillis);
    }

    /**
     * Why a record is refused.
     *
     * @param reason as the jobs name it when they reject such a record
     * @param explanation what it should be, as the part of a sentence
     */
    record Flaw(String reason, String explanation) {}
}
