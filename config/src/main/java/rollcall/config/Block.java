package rollcall.config;

/**
 * A block of properties whose names are not Rollcall's own.
 *
 * @param path where the block stands in the file
 * @param prefix what every property's name begins with
 * @param property a valid property, as it is written in the block
 * @param passedOn whether the properties are passed on to somebody else as they are: then a name may be written as
 *     nested sections, and a value may be a list or a secret
 */
record Block(String path, String prefix, String property, boolean passedOn) {

    static Block passedOn(String path, String prefix, String property) {
        return new Block(path, prefix, property, true);
    }

    String example() {
        return path + " { " + property + " }";
    }
}
