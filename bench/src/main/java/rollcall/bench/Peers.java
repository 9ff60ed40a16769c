package rollcall.bench;

import java.nio.file.Path;
import java.util.Map;
import rollcall.app.embedded.Embedded;

/** A broker and a database in a process of their own; prints where they are and ends when its input does. */
public final class Peers {

    private Peers() {}

    public static void main(String[] arguments) throws Exception {
        try (Embedded embedded =
                Embedded.start(Path.of(arguments[0]), 0, 0, Map.of("pings", 8, "rollcall.rejected", 1))) {
            System.out.println(embedded.kafka().brokers());
            System.out.println(embedded.mongo().uri());
            System.in.readAllBytes();
        }
    }
}
