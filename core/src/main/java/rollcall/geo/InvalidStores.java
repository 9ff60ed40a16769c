package rollcall.geo;

import java.util.List;

/** Everything that is wrong with a CSV of stores, at once: a line of the message for each. */
public final class InvalidStores extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidStores(List<String> problems) {
        super(String.join("\n", problems));
    }
}
