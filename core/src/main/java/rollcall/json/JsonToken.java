package rollcall.json;

/** What {@link JsonCursor#value} came across. */
public enum JsonToken {
    /** A string; {@link JsonCursor#text} holds it. */
    STRING,
    /** A number; {@link JsonCursor#number} holds it. */
    NUMBER,
    TRUE,
    FALSE,
    NULL,
    /** An object or an array, read to its end and found to be well-formed. */
    NESTED,
    /** Not JSON. The cursor stands somewhere in the text and is of no further use. */
    MALFORMED
}
