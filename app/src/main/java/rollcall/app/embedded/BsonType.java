package rollcall.app.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents in the file as BSON, which is read several times faster than Java's own serialization. */
final class BsonType extends BasicDataType<Document> {

    static final BsonType INSTANCE = new BsonType();

    private static final int OBJECT_BYTES = 48;

    private BsonType() {}

    @Override
    public void write(WriteBuffer buffer, Document document) {
        ByteBuf bson = Unpooled.buffer(1024);
        BsonEncoder.encodeDocument(document, bson);
        buffer.putVarInt(bson.readableBytes()).put(bson.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer buffer) {
        int length = DataUtils.readVarInt(buffer);
        ByteBuffer bson = buffer.slice(buffer.position(), length);
        buffer.position(buffer.position() + length);
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }

    /** About how many bytes of heap the document takes: what the cache and the page sizes go by. */
    @Override
    public int getMemory(Document document) {
        return bytes(document);
    }

    private static int bytes(Object value) {
        if (value instanceof BinData binary) {
            return OBJECT_BYTES + binary.getData().length;
        }
        if (value instanceof String text) {
            return OBJECT_BYTES + text.length();
        }
        if (value instanceof Map<?, ?> fields) {
            return OBJECT_BYTES + bytes(fields.keySet()) + bytes(fields.values());
        }
        if (value instanceof Collection<?> values) {
            return values.stream().mapToInt(BsonType::bytes).sum();
        }
        return OBJECT_BYTES;
    }
}
