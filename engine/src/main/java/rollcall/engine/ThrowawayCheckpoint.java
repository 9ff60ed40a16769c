package rollcall.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.execution.streaming.checkpointing.CheckpointFileManager.CancellableFSDataOutputStream;
import org.apache.spark.sql.execution.streaming.checkpointing.FileSystemBasedCheckpointFileManager;

/**
 * Where Spark notes its batches when nobody will read the notes after the query has ended: a local directory, written
 * without Hadoop. Hadoop starts a {@code chmod} for every file, and a batch notes two: 200 of a batch's 400 ms.
 *
 * @see rollcall.store.Ledger where a job's progress really is
 */
public final class ThrowawayCheckpoint extends FileSystemBasedCheckpointFileManager {

    /** Called by Spark, which is told this class by name. */
    public ThrowawayCheckpoint(Path path, Configuration configuration) {
        super(path, configuration);
    }

    @Override
    public CancellableFSDataOutputStream createAtomic(Path path, boolean overwriteIfPossible) {
        return new Note(path, overwriteIfPossible, new ByteArrayOutputStream());
    }

    private static java.nio.file.Path onDisk(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    /** A file that is there whole or not at all. */
    private static final class Note extends CancellableFSDataOutputStream {

        private final Path path;
        private final boolean overwrites;
        private final ByteArrayOutputStream content;
        private boolean isDone;

        Note(Path path, boolean overwrites, ByteArrayOutputStream content) {
            super(content);
            this.path = path;
            this.overwrites = overwrites;
            this.content = content;
        }

        @Override
        public void close() throws IOException {
            if (isDone) {
                return;
            }
            isDone = true;
            flush();
            java.nio.file.Path file = onDisk(path);
            if (!overwrites && Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            java.nio.file.Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
            Files.write(draft, content.toByteArray());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void cancel() {
            isDone = true;
        }
    }
}
