package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.List;

/** The description of one program. Immutable and thread-safe. */
public final class Program {

    private final List<String> names;
    private final String about;
    private final Usage usage;

    Program(List<String> names, String about, Usage usage) {
        this.names = List.copyOf(names);
        this.about = about;
        this.usage = usage;
    }

    /** The names it is called by, at least one, in lower case. */
    public List<String> names() {
        return names;
    }

    /** What it does, in a sentence; may be empty. */
    public String about() {
        return about;
    }

    /**
     * What the program would do with these words. Never throws; takes time in proportion to the words.
     *
     * @param words those behind the program's name
     * @param input the lines that come in on standard input, as far as they are known; empty where nothing comes in
     * @param command the place of the whole command, for targets that are text of the description
     */
    public Plan plan(List<Argument> words, List<Argument> input, Span command) {
        return Planner.plan(names.get(0), Binder.bind(usage, words, input), !input.isEmpty(), command);
    }

    /** As {@link #plan(List, List, Span)}, with the place of all words as the place of the command. */
    public Plan plan(List<Argument> words, boolean inputPiped) {
        Span span = words.isEmpty()
                ? new Span(0, 0)
                : words.get(0).span().to(words.get(words.size() - 1).span());
        Argument unknown = new Argument(Value.unknown("standard input", "comes in while it runs"), span);
        return plan(words, inputPiped ? List.of(unknown) : List.of(), span);
    }
}
