package rollcall.app.simulate;

/**
 * What chain of stores to simulate.
 *
 * @param stores how many stores there are, each in a city of its own, the largest cities first
 * @param products how many products each of them sells, numbered from 0
 * @param feed the tickets to send; stocks are such that a shelf runs low every few days at any rate
 */
public record ChainSettings(int stores, int products, FeedSettings feed) {

    private static final int MAX_STORES = StoreCity.ALL.size();
    private static final int MAX_PRODUCTS = 10_000;

    /** Each store writes a ticket every half a minute, more at noon and less at night. */
    private static final double STORES_PER_TICKET = 30;

    public ChainSettings {
        FeedSettings.check(
                stores >= 1 && stores <= MAX_STORES, "stores", stores, "from 1 to " + MAX_STORES + ", such as 60");
        FeedSettings.check(
                products >= 1 && products <= MAX_PRODUCTS, "products", products, "from 1 to 10000, such as 24");
    }

    Pace pace() {
        return new Pace(feed, Math.max(1, stores / STORES_PER_TICKET));
    }
}
