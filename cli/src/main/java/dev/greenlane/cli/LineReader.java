package dev.greenlane.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8 text from a stream; bytes that are not UTF-8 become the replacement character. One thread. */
final class LineReader {
    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;

    /** @param longest bytes of a line that are kept */
    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** A line without its end. What is beyond the longest is not kept, and {@code whole} says so. */
    record Line(String text, boolean whole) {}

    /** The next line; null behind the last. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean any = false;
        boolean whole = true;
        while (start < end || fill()) {
            any = true;
            int stop = start;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            int kept = Math.min(stop - start, longest - line.size());
            line.write(buffer, start, kept);
            whole &= kept == stop - start;
            boolean ended = stop < end;
            start = ended ? stop + 1 : stop;
            if (ended) {
                break;
            }
        }
        return any ? new Line(line.toString(StandardCharsets.UTF_8), whole) : null;
    }

    /** Whether more can be read without waiting. */
    boolean more() throws IOException {
        return start < end || in.available() > 0;
    }

    private boolean fill() throws IOException {
        start = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
