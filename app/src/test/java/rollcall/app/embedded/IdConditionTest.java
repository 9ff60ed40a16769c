package rollcall.app.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Test;

/** Filters as the driver sends them. */
class IdConditionTest {

    @Test
    void knowsTheIdOfACompareAndSet() {
        assertThat(sent(and(eq("_id", "a"), eq("revision", 3)))).isEqualTo(only("a"));
        assertThat(sent(new org.bson.Document("_id", "a").append("revision", 3)))
                .isEqualTo(only("a"));
    }

    @Test
    void knowsTheIdsOfAList() {
        assertThat(sent(and(in("_id", "b", "a", "b"), eq("level", "minute")))).isEqualTo(only("a", "b"));
    }

    @Test
    void knowsTheBoundsOfARange() {
        assertThat(sent(and(gte("_id", "a"), lt("_id", "b")))).isEqualTo(new IdCondition(null, "a", "b"));
        assertThat(sent(gt("_id", "a"))).isEqualTo(new IdCondition(null, "a", null));
    }

    @Test
    void knowsNothingOfOtherQueries() {
        IdCondition nothing = new IdCondition(null, null, null);
        assertThat(sent(eq("revision", 3))).isEqualTo(nothing);
        assertThat(sent(or(eq("_id", "a"), eq("revision", 3)))).isEqualTo(nothing);
        assertThat(sent(eq("_id", 5))).isEqualTo(nothing);
        assertThat(sent(in("_id", List.of("a", 5)))).isEqualTo(nothing);
    }

    @Test
    void knowsWhenThereIsNothingButAListOfIds() {
        assertThat(IdCondition.isOnlyList(query(eq("_id", "a")))).isTrue();
        assertThat(IdCondition.isOnlyList(query(in("_id", "a", "b")))).isTrue();
        assertThat(IdCondition.isOnlyList(query(and(in("_id", "a", "b"), eq("level", "minute")))))
                .isFalse();
        assertThat(IdCondition.isOnlyList(query(new org.bson.Document("_id", "a").append("revision", 3))))
                .isFalse();
        assertThat(IdCondition.isOnlyList(query(
                        eq("_id", new org.bson.Document("$in", List.of("a", "b")).append("$gt", "a")))))
                .isFalse();
        assertThat(IdCondition.isOnlyList(query(gte("_id", "a")))).isFalse();
        assertThat(IdCondition.isOnlyList(query(eq("level", "minute")))).isFalse();
    }

    private static IdCondition only(String... ids) {
        return new IdCondition(List.of(ids), null, null);
    }

    private static IdCondition sent(Bson filter) {
        return IdCondition.of(query(filter));
    }

    private static Document query(Bson filter) {
        BsonDocument document =
                filter.toBsonDocument(BsonDocument.class, MongoClientSettings.getDefaultCodecRegistry());
        BasicOutputBuffer bytes = new BasicOutputBuffer();
        new BsonDocumentCodec()
                .encode(
                        new BsonBinaryWriter(bytes),
                        document,
                        EncoderContext.builder().build());
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes.toByteArray()));
    }
}
