package dev.greenlane.syntax.python;

import java.util.Arrays;

/** Tokens in a row, kept in arrays. The last one is always {@link Token#END}. */
final class Tokens {

    private Token[] kinds;
    private int[] starts;
    private int[] ends;
    private int size;

    Tokens(int expected) {
        kinds = new Token[expected];
        starts = new int[expected];
        ends = new int[expected];
    }

    void add(Token kind, int start, int end) {
        if (size == kinds.length) {
            int capacity = size * 2;
            kinds = Arrays.copyOf(kinds, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        kinds[size] = kind;
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    int size() {
        return size;
    }

    Token kind(int index) {
        return kinds[Math.min(index, size - 1)];
    }

    int start(int index) {
        return starts[Math.min(index, size - 1)];
    }

    int end(int index) {
        return ends[Math.min(index, size - 1)];
    }
}
