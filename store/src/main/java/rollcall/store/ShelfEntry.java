package rollcall.store;

import java.io.Serializable;

/**
 * An entry of a product's state, see {@link rollcall.stock.Aisle}.
 *
 * @param number from 0 to {@link rollcall.stock.Aisle#ENTRIES}
 * @param slot in which of its two documents it is
 */
public record ShelfEntry(String product, int number, int slot, byte[] state) implements Serializable {

    /** Where what replaces this entry goes: the last committed state stays until the next one is. */
    public static int otherSlot(int slot) {
        return 1 - slot;
    }
}
