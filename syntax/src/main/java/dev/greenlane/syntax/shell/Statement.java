package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import java.util.List;

/**
 * One command with what stands around it: {@code ! command >file &}.
 *
 * @param redirects in the order they are written; they apply to the whole command, compound ones included
 * @param negated whether {@code !} stands before it an odd number of times
 * @param background whether {@code &} ends it
 */
public record Statement(Command command, List<Redirect> redirects, boolean negated, boolean background, Span span)
        implements Node {

    public Statement {
        redirects = List.copyOf(redirects);
    }
}
