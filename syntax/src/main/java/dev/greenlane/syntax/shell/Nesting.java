package dev.greenlane.syntax.shell;

/**
 * Bounds how deep the reader recurses, and how high the tree it builds becomes: neither the reader nor whoever walks
 * its trees runs out of stack. Nested commands and expansions count, and so do the links of chains that lean left.
 */
final class Nesting {
    /** The most commands and expansions inside each other. */
    static final int DEEPEST = 64;

    /** The most links of a chain. */
    static final int LONGEST = 200;

    private int depth;
    private int height;

    int depth() {
        return depth;
    }

    /** The height of the tallest tree that was finished on this level. */
    int height() {
        return height;
    }

    /** Starts a level; the answer is for {@link #leave}. */
    int enter() {
        if (depth >= DEEPEST) {
            throw ReadingError.tooDeep();
        }
        depth++;
        return openChain();
    }

    void leave(int heightBeside) {
        depth--;
        height = Math.max(heightBeside, height + 1);
    }

    /** Starts a chain; the answer is for {@link #closeChain}. */
    int openChain() {
        int beside = height;
        height = 0;
        return beside;
    }

    /** Puts what was read since the chain started one level lower. */
    void link() {
        height++;
        if (height > LONGEST) {
            throw ReadingError.tooLong();
        }
    }

    void closeChain(int heightBeside) {
        height = Math.max(heightBeside, height);
    }

    void restore(int depth, int height) {
        this.depth = depth;
        this.height = height;
    }
}
