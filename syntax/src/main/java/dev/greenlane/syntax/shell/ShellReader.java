package dev.greenlane.syntax.shell;

/** Reads shell text into a tree. Stateless and thread-safe. */
public final class ShellReader {

    private ShellReader() {}

    /** Reads a script. Never fails: what is not grammar stands in the tree as {@link Command.Unreadable}. */
    public static Script read(String text) {
        throw new UnsupportedOperationException();
    }
}
