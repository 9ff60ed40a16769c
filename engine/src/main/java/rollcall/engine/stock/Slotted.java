package rollcall.engine.stock;

import java.util.Arrays;
import rollcall.store.ShelfEntry;

/** An entry as the engine's state has it: the slot that it is in in the database, then the entry's own bytes. */
final class Slotted {

    private Slotted() {}

    static byte[] bytes(ShelfEntry entry) {
        byte[] bytes = new byte[1 + entry.state().length];
        bytes[0] = (byte) entry.slot();
        System.arraycopy(entry.state(), 0, bytes, 1, entry.state().length);
        return bytes;
    }

    static int slot(byte[] bytes) {
        return bytes[0];
    }

    static byte[] state(byte[] bytes) {
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }
}
