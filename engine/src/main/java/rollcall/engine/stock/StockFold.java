package rollcall.engine.stock;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import rollcall.config.StockSettings;
import rollcall.engine.source.Fold;
import rollcall.engine.source.RecordBytes;
import rollcall.geo.Place;
import rollcall.stock.ReadingLog;
import rollcall.stock.TicketRejection;
import rollcall.stock.TicketScanner;
import rollcall.store.KafkaRange;

/** Folds tickets into a log of readings for each product. Every reading is kept: what lies between two may be an episode. */
final class StockFold implements Fold {

    /** What all cores together may gather before they hand it on: an eighth of the heap. */
    private static final long MOST_BYTES = Math.max(
            1 << 20, Runtime.getRuntime().maxMemory() / 8 / Runtime.getRuntime().availableProcessors());

    /** What a log and a store's name in it take beside their content, about. */
    private static final int LOG_BYTES = 400;

    private static final int NAME_BYTES = 32;

    private final TicketScanner scanner;
    private final Map<String, ReadingLog> products = new HashMap<>();
    private final Map<Place, Integer> numbers = new HashMap<>();
    private final List<Place> stores = new ArrayList<>();
    private long bytes;
    private long newestMillis = Long.MIN_VALUE;

    StockFold(StockSettings settings) {
        this.scanner = new TicketScanner(
                settings.maxAhead().toMillis(),
                settings.maxLate().map(Duration::toMillis).orElse(Long.MAX_VALUE));
    }

    @Override
    public String accept(ConsumerRecord<ByteBuffer, ByteBuffer> record) {
        TicketRejection rejection = RecordBytes.with(
                record.value(), (value, offset, length) -> scanner.scan(value, offset, length, record.timestamp()));
        if (rejection != null) {
            return rejection.reason();
        }
        newestMillis = Math.max(newestMillis, scanner.epochMilli());
        Place place = new Place(scanner.city(), scanner.state());
        int store = numberOf(place);
        for (int i = 0; i < scanner.size(); i++) {
            ReadingLog log = products.get(scanner.product(i));
            if (log == null) {
                log = new ReadingLog(record.partition());
                products.put(scanner.product(i), log);
                bytes += LOG_BYTES;
            }
            int before = log.length();
            boolean isNamed = log.add(
                    store,
                    record.timestamp(),
                    scanner.epochMilli(),
                    record.offset(),
                    scanner.level(i),
                    scanner.quantity(i));
            bytes +=
                    log.length() - before + (isNamed ? NAME_BYTES + place.city().length() : 0);
        }
        return null;
    }

    private int numberOf(Place store) {
        Integer known = numbers.get(store);
        if (known != null) {
            return known;
        }
        numbers.put(store, stores.size());
        stores.add(store);
        return stores.size() - 1;
    }

    @Override
    public boolean isFull() {
        return bytes >= MOST_BYTES;
    }

    @Override
    public void drain(KafkaRange range, Output output) {
        products.forEach((product, log) -> output.row(product, log.toBytes(stores)));
        products.clear();
        numbers.clear();
        stores.clear();
        bytes = 0;
    }

    @Override
    public OptionalLong newestEventSecond() {
        return newestMillis == Long.MIN_VALUE
                ? OptionalLong.empty()
                : OptionalLong.of(Math.floorDiv(newestMillis, 1000L));
    }
}
