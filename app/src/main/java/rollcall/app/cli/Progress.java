package rollcall.app.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A progress bar on stderr where there is a terminal; nothing elsewhere. */
final class Progress implements AutoCloseable {

    private final String unit;
    private ProgressBar bar;

    /** @param unit what is counted */
    Progress(String unit) {
        this.unit = unit;
    }

    /** Begins, now that it is known how much there is to do. */
    void of(long total) {
        if (System.console() != null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(unit)
                    .setInitialMax(total)
                    .setUpdateIntervalMillis(200)
                    .build();
        }
    }

    void at(long done) {
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
