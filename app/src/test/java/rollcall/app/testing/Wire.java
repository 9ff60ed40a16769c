package rollcall.app.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.RawBsonDocument;

/**
 * The wire between a job and its database. It can be cut at one write, before the database has heard it or before the
 * job hears the answer: what a crash of either at that moment comes to.
 */
public final class Wire implements AutoCloseable {

    /** When the wire is cut. */
    public enum Moment {
        BEFORE_IT_ARRIVES,
        BEFORE_IT_IS_ANSWERED,
        NEVER
    }

    /**
     * Where the wire is cut.
     *
     * @param nth at which write of this kind, from 1 on
     * @param text what is in the write, such as an update operator
     */
    public record Cut(Moment moment, int nth, String collection, String text) {
        Cut oneLess() {
            return new Cut(moment, nth - 1, collection, text);
        }
    }

    private static final Set<String> WRITES = Set.of("insert", "update", "findAndModify");

    private static final int OP_MSG = 2013;
    private static final int HEADER = 16;
    private static final int COMMAND = HEADER + 4 + 1;

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Cut> next = new AtomicReference<>();
    private volatile Runnable meanwhile;

    /** @param target the database's port */
    public Wire(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + listener.getLocalPort();
    }

    /** Cuts the connection of one write to come; all others and all new ones work. */
    public void cutAt(Cut cut) {
        cutAt(cut, () -> {});
    }

    /** The same, with something that happens while the write is on its way. */
    public void cutAt(Cut cut, Runnable happening) {
        meanwhile = happening;
        next.set(cut);
    }

    public boolean wasCut() {
        return next.get() == null;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                Set<Integer> unanswerable = ConcurrentHashMap.newKeySet();
                start(() -> pump(client, server, message -> passes(message, unanswerable)));
                start(() -> pump(server, client, message -> !unanswerable.contains(message.getInt(8))));
            }
        } catch (IOException closed) {
            // the end
        }
    }

    private interface Gate {
        boolean passes(ByteBuffer message);
    }

    private boolean passes(ByteBuffer message, Set<Integer> unanswerable) {
        Cut cut = isAt(message) ? next.getAndUpdate(Wire::count) : null;
        if (cut == null || cut.nth() > 1) {
            return true;
        }
        meanwhile.run();
        if (cut.moment() == Moment.NEVER) {
            return true;
        }
        unanswerable.add(message.getInt(4));
        return cut.moment() == Moment.BEFORE_IT_IS_ANSWERED;
    }

    private static Cut count(Cut cut) {
        return cut == null || cut.nth() == 1 ? null : cut.oneLess();
    }

    private boolean isAt(ByteBuffer message) {
        Cut cut = next.get();
        if (cut == null || message.getInt(12) != OP_MSG || message.get(COMMAND - 1) != 0) {
            return false;
        }
        RawBsonDocument command = new RawBsonDocument(message.array(), COMMAND, message.getInt(COMMAND));
        String verb = command.getFirstKey();
        return WRITES.contains(verb)
                && command.getString(verb).getValue().equals(cut.collection())
                && new String(message.array(), StandardCharsets.ISO_8859_1).contains(cut.text());
    }

    private static void pump(Socket from, Socket to, Gate gate) {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            while (true) {
                int length = Integer.reverseBytes(in.readInt());
                ByteBuffer message = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
                message.putInt(length);
                in.readFully(message.array(), 4, length - 4);
                if (!gate.passes(message)) {
                    return;
                }
                out.write(message.array());
            }
        } catch (IOException ended) {
            // either side has ended, or the wire was cut
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
