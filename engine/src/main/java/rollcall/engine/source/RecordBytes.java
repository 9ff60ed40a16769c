package rollcall.engine.source;

import java.nio.ByteBuffer;

/** A record's value as an array, without a copy where the Kafka client's buffer has one. */
public final class RecordBytes {

    private static final byte[] NOTHING = {};

    private RecordBytes() {}

    /** Takes the bytes of a value. */
    public interface Reader<T> {
        T read(byte[] bytes, int offset, int length);
    }

    /** @param value null is read as no bytes at all */
    public static <T> T with(ByteBuffer value, Reader<T> reader) {
        if (value == null) {
            return reader.read(NOTHING, 0, 0);
        }
        if (value.hasArray()) {
            return reader.read(value.array(), value.arrayOffset() + value.position(), value.remaining());
        }
        byte[] copy = new byte[value.remaining()];
        value.duplicate().get(copy);
        return reader.read(copy, 0, copy.length);
    }
}
