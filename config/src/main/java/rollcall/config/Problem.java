package rollcall.config;

/**
 * One thing that is wrong with a configuration.
 *
 * @param what the key and its value, or the file; secrets are masked
 * @param source where it was written, such as {@code rollcall.conf:3}
 * @param why what is wrong with it
 * @param example something valid in its place
 */
public record Problem(String what, String source, String why, String example) {

    @Override
    public String toString() {
        return what + " (" + source + "): " + why + ". Valid: " + example;
    }
}
