package rollcall.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;

/** How answers are written: moments as ISO-8601 in UTC, absent values as null. */
public final class Json {

    private Json() {}

    public static ObjectMapper mapper() {
        SimpleModule moments = new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance);
        return JsonMapper.builder().addModule(moments).build();
    }
}
