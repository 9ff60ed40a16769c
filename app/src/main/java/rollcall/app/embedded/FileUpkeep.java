package rollcall.app.embedded;

import org.h2.mvstore.MVStore;

/**
 * Keeps the file from growing while the same documents are written again and again: it stays below what is stored twice
 * over plus what was written in the last seconds. Not for use by several threads at once.
 */
final class FileUpkeep {

    /** How long replaced data stays in the file: the store's way back if the newest part of the file is damaged. */
    private static final int RETENTION_MILLIS = 5000;

    private static final int COMMITS_BETWEEN = 64;
    private static final int FILL_PERCENT = 50;
    private static final int MOVED_BYTES = 4 << 20;

    private final MVStore store;
    private int commits;

    FileUpkeep(MVStore store) {
        this.store = store;
        store.setRetentionTime(RETENTION_MILLIS);
    }

    void afterCommit() {
        if (++commits % COMMITS_BETWEEN == 0) {
            store.compact(FILL_PERCENT, MOVED_BYTES);
        }
    }
}
