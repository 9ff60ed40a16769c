package rollcall.stock;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import rollcall.json.JsonCursor;
import rollcall.json.JsonNumber;
import rollcall.json.JsonText;
import rollcall.json.JsonTime;
import rollcall.json.JsonToken;
import rollcall.json.TextCache;
import rollcall.json.TimeLimits;

/**
 * Reads purchase tickets from bytes, in one pass and without allocation (but for tickets of more than 32 products). Reusable;
 * not safe for use by several threads. After {@link #scan} has accepted a ticket its parts are here until the next scan.
 *
 * <p>A ticket is one JSON object:
 * {@code {"City":"Austin","State":"TX","Counter":3,"Cart":{"0":2},"Inventory":{"0":9998,"3":9871},"Timestamp":1514779245}},
 * with a Cart (what was bought of a product), an Inventory (what is left of it), or both. Names have 1 to 256 bytes,
 * amounts are integers from 0 to 2<sup>53</sup> − 1. Without a Timestamp, the record's own is the event time. Of several
 * members with the same key the last counts: a later Cart takes the place of an earlier one.
 */
public final class TicketScanner {

    /** Stands for the level of a product that is in the Cart only. */
    public static final long NO_LEVEL = Amounts.NONE;

    /** In bytes of UTF-8: of a city, a state or a product. */
    static final int LONGEST_NAME = 256;

    /** Up to here every JSON reader is exact (RFC 8259, section 6). */
    static final long LARGEST_AMOUNT = (1L << 53) - 1;

    private static final byte[] CITY = ascii("City");
    private static final byte[] STATE = ascii("State");
    private static final byte[] CART = ascii("Cart");
    private static final byte[] INVENTORY = ascii("Inventory");
    private static final byte[] TIMESTAMP = ascii("Timestamp");

    private final TimeLimits limits;
    private final JsonCursor json = new JsonCursor();
    private final TextCache places = new TextCache();
    private final TextCache names = new TextCache();
    private final ProductNumbers products = new ProductNumbers();
    private final Amounts cart = new Amounts();
    private final Amounts inventory = new Amounts();

    private String city;
    private String state;
    private boolean timed;
    private long epochMilli;
    /** Numbers of the products that are in the ticket. */
    private int[] lines = new int[32];

    private int size;

    /**
     * @param maxAheadMillis how far a ticket's event time may lie ahead of its record's timestamp, in milliseconds, from 0 on
     * @param maxLateMillis how far it may lie behind; {@link Long#MAX_VALUE}: no limit
     */
    public TicketScanner(long maxAheadMillis, long maxLateMillis) {
        this.limits = new TimeLimits(maxAheadMillis, maxLateMillis);
    }

    /**
     * Scans one record. Never throws, whatever the bytes are.
     *
     * @param bytes holds the record's value; null if it has none
     * @param recordMillis the record's own timestamp, in epoch milliseconds
     * @return null if it is a ticket; else why not, which is the first of the reasons there are
     */
    public TicketRejection scan(byte[] bytes, int offset, int length, long recordMillis) {
        city = null;
        state = null;
        timed = false;
        epochMilli = recordMillis;
        products.clear();
        cart.clear();
        inventory.clear();
        size = 0;
        if (bytes == null) {
            return TicketRejection.JSON;
        }
        json.start(bytes, offset, length);
        if (!readTicket() || !json.isAtEnd()) {
            return TicketRejection.JSON;
        }
        TicketRejection rejection = judge(recordMillis);
        if (rejection == null) {
            collectLines();
        }
        return rejection;
    }

    public String city() {
        return city;
    }

    public String state() {
        return state;
    }

    /** The event time, rounded down. */
    public long epochMilli() {
        return epochMilli;
    }

    /** How many products are in the Cart, the Inventory, or both. */
    public int size() {
        return size;
    }

    /** A product, by its index from 0 to {@link #size} − 1: in the order in which they were first seen. */
    public String product(int i) {
        return products.product(line(i));
    }

    /** How many units of the product are left, or {@link #NO_LEVEL}. */
    public long level(int i) {
        return inventory.of(line(i));
    }

    /** How many units of the product were bought. */
    public long quantity(int i) {
        return Math.max(0, cart.of(line(i)));
    }

    private int line(int i) {
        return lines[Objects.checkIndex(i, size)];
    }

    private boolean readTicket() {
        if (!json.enterObject()) {
            return false;
        }
        while (json.nextKey()) {
            if (!readMember()) {
                return false;
            }
        }
        return json.leaveObject();
    }

    private boolean readMember() {
        JsonText key = json.text();
        if (key.equalTo(CART)) {
            return readAmounts(cart);
        } else if (key.equalTo(INVENTORY)) {
            return readAmounts(inventory);
        }
        JsonToken value;
        if (key.equalTo(CITY)) {
            value = json.value();
            city = value == JsonToken.STRING ? name(places) : null;
        } else if (key.equalTo(STATE)) {
            value = json.value();
            state = value == JsonToken.STRING ? name(places) : null;
        } else if (key.equalTo(TIMESTAMP)) {
            value = json.value();
            timed = true;
            epochMilli = JsonTime.millis(value, json);
        } else {
            value = json.value();
        }
        return value != JsonToken.MALFORMED;
    }

    private boolean readAmounts(Amounts amounts) {
        amounts.start();
        if (!json.enterObject()) {
            amounts.refuse();
            return json.value() != JsonToken.MALFORMED;
        }
        while (json.nextKey()) {
            String product = name(names);
            JsonToken value = json.value();
            if (value == JsonToken.MALFORMED) {
                return false;
            } else if (product == null) {
                amounts.refuse();
            } else {
                amounts.put(products.numberOf(product), amount(value));
            }
        }
        return json.leaveObject();
    }

    /** The string or key read last, or null if it is no name. */
    private String name(TextCache known) {
        int length = json.text().length();
        return length > 0 && length <= LONGEST_NAME ? known.get(json.text()) : null;
    }

    private long amount(JsonToken value) {
        JsonNumber number = json.number();
        boolean isAmount =
                value == JsonToken.NUMBER && number.isLong() && number.value() >= 0 && number.value() <= LARGEST_AMOUNT;
        return isAmount ? number.value() : Amounts.BAD;
    }

    private TicketRejection judge(long recordMillis) {
        if (city == null) {
            return TicketRejection.CITY;
        } else if (state == null) {
            return TicketRejection.STATE;
        } else if (cart.isBad()) {
            return TicketRejection.CART;
        } else if (inventory.isBad() || !inventory.isGiven() && !cart.isGiven()) {
            return TicketRejection.INVENTORY;
        } else if (!timed) {
            return null; // no sooner and no later than its record, whatever time that has
        } else if (epochMilli == JsonTime.INVALID) {
            return TicketRejection.TIMESTAMP;
        } else if (limits.isAhead(epochMilli, recordMillis)) {
            return TicketRejection.FUTURE;
        } else if (limits.isLate(epochMilli, recordMillis)) {
            return TicketRejection.EXPIRED;
        }
        return null;
    }

    /** Leaves out the products that only a Cart or an Inventory named whose place a later one took. */
    private void collectLines() {
        if (lines.length < products.size()) {
            lines = Arrays.copyOf(lines, products.size() * 2);
        }
        for (int product = 0; product < products.size(); product++) {
            if (cart.of(product) != Amounts.NONE || inventory.of(product) != Amounts.NONE) {
                lines[size++] = product;
            }
        }
    }

    private static byte[] ascii(String key) {
        return key.getBytes(StandardCharsets.US_ASCII);
    }
}
