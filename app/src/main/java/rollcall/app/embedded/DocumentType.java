package rollcall.app.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * How documents are stored: in BSON, as they came. The store's own way is Java's serialization, which took half of the
 * database's time.
 */
final class DocumentType extends BasicDataType<Document> {

    private static final int EXPECTED_BYTES = 1024;
    private static final int DOCUMENT_OVERHEAD_BYTES = 64;
    private static final int VALUE_OVERHEAD_BYTES = 72;

    /** What it takes on the heap, about: the store bounds its cache and its pages by that. */
    @Override
    public int getMemory(Document document) {
        return memory(document);
    }

    private static int memory(Object value) {
        if (value instanceof Document document) {
            return DOCUMENT_OVERHEAD_BYTES + memory(document.values());
        }
        if (value instanceof Collection<?> values) {
            int bytes = 0;
            for (Object each : values) {
                bytes += VALUE_OVERHEAD_BYTES + memory(each);
            }
            return bytes;
        }
        if (value instanceof String text) {
            return text.length();
        }
        return value instanceof BinData binary ? binary.getData().length : 0;
    }

    @Override
    public void write(WriteBuffer buffer, Document document) {
        ByteBuf bson = Unpooled.buffer(EXPECTED_BYTES);
        BsonEncoder.encodeDocument(document, bson);
        buffer.put(bson.array(), bson.arrayOffset(), bson.readableBytes());
    }

    @Override
    public Document read(ByteBuffer buffer) {
        ByteBuf bson = Unpooled.wrappedBuffer(buffer);
        Document document = BsonDecoder.decodeBson(bson);
        buffer.position(buffer.position() + bson.readerIndex());
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
