package rollcall.engine.presence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import rollcall.presence.Bucket;
import rollcall.presence.Level;
import rollcall.presence.Roster;
import rollcall.store.KafkaRange;

/** What reading (a slice of) a range gave for one bucket; the bytes that go through Spark's shuffle. */
record RosterPart(Bucket bucket, KafkaRange range, Roster roster) {

    /** Parts of one bucket have the same key. */
    String key() {
        return bucket.level().ordinal() + "|" + bucket.start() + "|" + bucket.city();
    }

    byte[] toBytes() {
        byte[] sets = roster.toBytes();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(sets.length + 128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(bucket.level().ordinal());
            out.writeLong(bucket.start());
            writeText(out, bucket.city());
            writeText(out, range.topic());
            writeText(out, range.log());
            out.writeInt(range.partition());
            out.writeLong(range.from());
            out.writeLong(range.until());
            out.write(sets);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static RosterPart fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Bucket bucket = new Bucket(Level.values()[in.readByte()], in.readLong(), readText(in));
            KafkaRange range = new KafkaRange(readText(in), readText(in), in.readInt(), in.readLong(), in.readLong());
            return new RosterPart(bucket, range, Roster.fromBytes(in.readAllBytes()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Unlike writeUTF, of any length: whatever a ping names as its city must not break a batch. */
    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
