package dev.greenlane.cli.screen;

import java.io.PrintStream;
import java.util.Locale;

/** A line on standard error that counts, for long work. Says nothing where standard error is no terminal. One thread. */
public final class Progress implements AutoCloseable {
    private static final long PAUSE_NANOS = 200_000_000;

    private final PrintStream err;
    private final boolean shown;
    private final String what;
    private final long start = System.nanoTime();
    private long last = start;
    private long count;

    /** @param what what is counted, in the plural */
    public Progress(PrintStream err, boolean shown, String what) {
        this.err = err;
        this.shown = shown;
        this.what = what;
    }

    /** One more is done. */
    public void step() {
        count++;
        if (shown) {
            long now = System.nanoTime();
            if (now - last >= PAUSE_NANOS) {
                last = now;
                double seconds = (now - start) / 1e9;
                err.printf(Locale.ROOT, "\r\033[K%,d %s, %,.0f a second", count, what, count / seconds);
                err.flush();
            }
        }
    }

    /** How many are done. */
    public long count() {
        return count;
    }

    @Override
    public void close() {
        if (shown && last != start) {
            err.print("\r\033[K");
            err.flush();
        }
    }
}
