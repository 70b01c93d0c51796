package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import java.util.List;
import java.util.Optional;

/** A word as it is written: one or more parts that stand next to each other. */
public record Word(List<WordPart> parts, Span span) implements Node {

    public Word {
        parts = List.copyOf(parts);
    }

    /**
     * The text of this word where it is the same in every shell state: literals and quotes only. Text that the shell
     * would still expand (a glob, a brace list, a leading tilde) is given as it is written.
     */
    public Optional<String> constant() {
        StringBuilder text = new StringBuilder();
        for (WordPart part : parts) {
            Optional<String> constant = part.constant();
            if (constant.isEmpty()) {
                return Optional.empty();
            }
            text.append(constant.get());
        }
        return Optional.of(text.toString());
    }
}
