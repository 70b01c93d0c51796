package dev.greenlane.gateway.messages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a stream into its events, without losing or changing a byte. For one thread. */
public final class Events {
    private static final int FIRST = 4096;
    private static final int MOST_KEPT = 64 * 1024;

    private final int longest;
    private byte[] held = new byte[FIRST];
    private int length;
    private int lineLength;
    private boolean afterReturn;

    /** @param longest longest event in bytes; a longer one is cut, and its parts are no events that anybody understands */
    public Events(int longest) {
        this.longest = longest;
    }

    /** Takes the next piece; gives the events that are complete with it. */
    public List<Event> take(byte[] piece, int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte b = piece[i];
            if (afterReturn && b != '\n') {
                lineEnds(events);
            }
            add(b);
            if (b == '\n') {
                lineEnds(events);
            } else if (b != '\r') {
                lineLength++;
            }
            afterReturn = b == '\r';
            if (length >= longest) {
                events.add(cut());
            }
        }
        return events;
    }

    /** What is left when the stream has ended; may be empty. */
    public byte[] rest() {
        return cut().bytes();
    }

    private void lineEnds(List<Event> events) {
        if (lineLength == 0 && length > 0) {
            events.add(cut());
        }
        lineLength = 0;
    }

    private void add(byte b) {
        if (length == held.length) {
            held = Arrays.copyOf(held, length * 2);
        }
        held[length++] = b;
    }

    private Event cut() {
        Event event = new Event(Arrays.copyOf(held, length));
        length = 0;
        lineLength = 0;
        held = held.length > MOST_KEPT ? new byte[FIRST] : held;
        return event;
    }
}
