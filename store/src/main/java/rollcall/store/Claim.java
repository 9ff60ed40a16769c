package rollcall.store;

import java.io.Serializable;

/**
 * The right of one job to write a topic's ledger. A later claim ends it.
 *
 * @param owner who holds it, for people to read
 * @param epoch grows with every claim on the topic
 */
public record Claim(String topic, String owner, long epoch) implements Serializable {}
