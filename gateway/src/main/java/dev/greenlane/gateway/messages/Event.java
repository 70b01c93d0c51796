package dev.greenlane.gateway.messages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One event of a stream, with the blank line that ends it, as it came.
 *
 * @param bytes which nobody may change
 */
public record Event(byte[] bytes) {
    private static final byte[] DATA = "data:".getBytes(StandardCharsets.US_ASCII);

    /** The lines of data, with a line feed between; empty text where it has none. */
    byte[] data() {
        ByteArrayOutputStream data = new ByteArrayOutputStream(bytes.length);
        boolean any = false;
        for (int at = 0; at < bytes.length; ) {
            int end = lineEnd(at);
            if (isData(at, end)) {
                if (any) {
                    data.write('\n');
                }
                any = true;
                int from = valueFrom(at, end);
                data.write(bytes, from, end - from);
            }
            at = behind(end);
        }
        return data.toByteArray();
    }

    /** The same event with other data, which is one line. */
    Event with(byte[] line) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.length + line.length);
        boolean any = false;
        for (int at = 0; at < bytes.length; ) {
            int end = lineEnd(at);
            int next = behind(end);
            if (!isData(at, end)) {
                all.write(bytes, at, next - at);
            } else if (!any) {
                any = true;
                int from = valueFrom(at, end);
                all.write(bytes, at, from - at);
                all.write(line, 0, line.length);
                all.write(bytes, end, next - end);
            }
            at = next;
        }
        return new Event(all.toByteArray());
    }

    /** An event that did not come. */
    static Event of(String name, String json) {
        return new Event(("event: " + name + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    private boolean isData(int from, int end) {
        if (end - from < DATA.length) {
            return false;
        }
        for (int i = 0; i < DATA.length; i++) {
            if (bytes[from + i] != DATA[i]) {
                return false;
            }
        }
        return true;
    }

    private int valueFrom(int from, int end) {
        int value = from + DATA.length;
        return value < end && bytes[value] == ' ' ? value + 1 : value;
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        return at;
    }

    private int behind(int end) {
        if (end >= bytes.length) {
            return end;
        }
        boolean both = bytes[end] == '\r' && end + 1 < bytes.length && bytes[end + 1] == '\n';
        return end + (both ? 2 : 1);
    }
}
