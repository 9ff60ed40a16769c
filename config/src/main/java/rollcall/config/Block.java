package rollcall.config;

/**
 * A block of properties that are passed on to somebody else as they are.
 *
 * @param path where the block stands in the file
 * @param prefix what every property's name begins with
 * @param property a valid property, as it is written in the block
 */
record Block(String path, String prefix, String property) {

    String example() {
        return path + " { " + property + " }";
    }
}
