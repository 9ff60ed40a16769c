package rollcall.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.Test;

class DocumentTypeTest {

    private final DocumentType type = new DocumentType();

    @Test
    void aDocumentIsReadAsItWasWritten() {
        Document document = new Document("_id", "Austin|TX|3|1")
                .append("text", "Zürich")
                .append("int", 1)
                .append("long", 1L << 40)
                .append("double", 0.5)
                .append("boolean", true)
                .append("nothing", null)
                .append("moment", Instant.parse("2026-01-01T00:00:00.123Z"))
                .append("object", new ObjectId())
                .append("list", Arrays.asList(1, null, new Document("a", List.of())))
                .append("nested", new Document("z", 1).append("a", 2));

        Document read = read(written(document)).get(0);

        assertThat(read.toString(true)).isEqualTo(document.toString(true));
        assertThat(read.get("long")).isEqualTo(1L << 40);
        assertThat(read.get("moment")).isEqualTo(document.get("moment"));
        assertThat(((Document) read.get("nested")).keySet()).containsExactly("z", "a");
    }

    @Test
    void bytesAreReadAsTheyWereWritten() {
        byte[] state = new byte[5000];
        new Random(1).nextBytes(state);

        Document read = read(written(new Document("state", new BinData(state)))).get(0);

        assertThat(((BinData) read.get("state")).getData()).isEqualTo(state);
    }

    @Test
    void documentsSideBySideAreReadOneByOne() {
        assertThat(read(written(new Document("a", 1), new Document(), new Document("b", "2"))))
                .containsExactly(new Document("a", 1), new Document(), new Document("b", "2"));
    }

    @Test
    void whatHoldsMoreCountsForMore() {
        int small = type.getMemory(new Document("a", "1"));
        assertThat(type.getMemory(new Document("a", "1").append("b", null))).isGreaterThan(small);
        assertThat(type.getMemory(new Document("a", new Document("b", "1")))).isGreaterThan(small);
        assertThat(type.getMemory(new Document("a", new BinData(new byte[5000]))))
                .isBetween(5000, 5300);
    }

    private ByteBuffer written(Document... documents) {
        WriteBuffer buffer = new WriteBuffer();
        for (Document document : documents) {
            type.write(buffer, document);
        }
        return buffer.getBuffer().flip();
    }

    private List<Document> read(ByteBuffer buffer) {
        List<Document> documents = new ArrayList<>();
        while (buffer.hasRemaining()) {
            documents.add(type.read(buffer));
        }
        return documents;
    }
}
