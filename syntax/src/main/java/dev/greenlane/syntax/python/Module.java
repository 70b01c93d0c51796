package dev.greenlane.syntax.python;

import dev.greenlane.syntax.Span;
import java.util.List;

/** A whole text. */
public record Module(List<Statement> body, Span span) implements Node {

    public Module {
        body = List.copyOf(body);
    }
}
