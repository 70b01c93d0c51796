package dev.greenlane.engine.effect;

import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.List;

/**
 * One command that a call would run, wherever in the call it stands.
 *
 * @param words the program and its arguments after expansion; the first is empty text where the shell itself acts
 * @param effects what this command does, commands inside it included
 */
public record Invocation(List<Value> words, Span span, List<Effect> effects) {

    public Invocation {
        words = List.copyOf(words);
        effects = List.copyOf(effects);
    }
}
