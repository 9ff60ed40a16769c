package rollcall.stock;

/** Every packed form begins with the number of its format, so that it can change while old state is still about. */
final class Formats {

    private Formats() {}

    /** @throws IllegalArgumentException if it is of another format */
    static void require(int format, PackedReader in, String what) {
        long found = in.unsigned();
        if (found != format) {
            throw new IllegalArgumentException(
                    "The stored " + what + " have format " + found + ", and this version of Rollcall knows format "
                            + format + " only; use the version that wrote them");
        }
    }
}
