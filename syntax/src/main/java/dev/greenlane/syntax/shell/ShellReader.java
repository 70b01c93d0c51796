package dev.greenlane.syntax.shell;

/** Reads shell text into a tree. Stateless and thread-safe. */
public final class ShellReader {

    private ShellReader() {}

    /**
     * Reads a script. Never fails: what is not grammar stands in the tree as {@link Command.Unreadable}.
     *
     * <p>Commands and expansions may be nested 64 levels deep, and {@code &&} and {@code ||} may join
     * 200 statements; what goes beyond is unreadable. So it ends in time linear in the text, and both it and a walk of
     * the tree need little stack. The problems of the answer are those of the whole text.
     */
    public static Script read(String text) {
        Source source = Source.of(text);
        Run run = Run.first(text.length());
        Script script = read(source, run);
        return run.bodiesMissing() ? read(source, run.again()) : script;
    }

    private static Script read(Source source, Run run) {
        Grammar grammar = new Grammar(source, run);
        Script script = grammar.commands.script(Closing.END);
        grammar.hereDocuments.closeScope(0);
        return script;
    }
}
