package rollcall.engine.source;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.unsafe.types.UTF8String;
import rollcall.store.Incident;
import rollcall.store.KafkaRange;
import rollcall.store.RangeOutcome;

/** Reads a task's slices one after another, folds them, and hands Spark the rows that come of it. */
final class FoldReader implements PartitionReader<InternalRow> {

    private static final UTF8String NO_KEY = UTF8String.fromString("");

    private final FoldSpec spec;
    private final Iterator<Slice> slices;
    private final Queue<InternalRow> rows = new ArrayDeque<>();
    private SliceFold current;
    private KafkaRange last;
    private InternalRow row;

    FoldReader(FoldSpec spec, List<Slice> slices) {
        this.spec = spec;
        this.slices = slices.iterator();
    }

    @Override
    public boolean next() {
        while (rows.isEmpty()) {
            if (current == null) {
                if (!slices.hasNext()) {
                    TopicIds.requireSame(spec, last);
                    return false;
                }
                current = new SliceFold(slices.next());
                last = current.slice.range();
            }
            if (!current.advance()) {
                current = null;
            }
        }
        row = rows.remove();
        return true;
    }

    @Override
    public InternalRow get() {
        return row;
    }

    @Override
    public void close() {
        if (current != null) {
            current.reader.close(); // the task was cut short, perhaps in the midst of a call: not fit for reuse
        }
    }

    /** The reading of one slice, from its first record to its outcome. */
    private final class SliceFold {
        private final Slice slice;
        private final Fold fold = spec.fold().create();
        private final RejectedRecords rejected = new RejectedRecords(spec);
        private final Map<String, Long> rejectedByReason = new HashMap<>();
        private final List<Incident> lost = new ArrayList<>();
        private final LogReader reader;
        private long records;

        SliceFold(Slice slice) {
            this.slice = slice;
            this.reader = LogReaders.borrow(spec, slice);
        }

        /** Reads until the fold is full or the slice ends; false after its end. */
        boolean advance() {
            boolean more = true;
            while (more && !fold.isFull()) {
                more = reader.poll(slice, this::accept, this::missed);
            }
            fold.drain(slice.range(), (key, delta) -> rows.add(row(UTF8String.fromString(key), delta, null)));
            if (!more) {
                rejected.flush();
                LogReaders.giveBack(reader);
                rows.add(row(NO_KEY, null, new SliceOutcome(outcome(), lost).toBytes()));
            }
            return more;
        }

        private void accept(ConsumerRecord<ByteBuffer, ByteBuffer> record) {
            records++;
            String reason = fold.accept(record);
            if (reason != null) {
                rejectedByReason.merge(reason, 1L, Long::sum);
                rejected.send(record, reason);
            }
        }

        private void missed(Incident incident) {
            lost.add(incident);
        }

        private RangeOutcome outcome() {
            Long newest = fold.newestEventSecond().isPresent()
                    ? fold.newestEventSecond().getAsLong()
                    : null;
            return new RangeOutcome(slice.range(), records, rejectedByReason, newest);
        }
    }

    private static InternalRow row(UTF8String key, byte[] delta, byte[] outcome) {
        return new GenericInternalRow(new Object[] {key, delta, outcome});
    }
}
