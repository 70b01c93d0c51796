package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the readers of a text and of the sources cut out of it share while the text is read once. */
final class Run {
    final Nesting nesting = new Nesting();
    final Problems problems = new Problems();

    /** The places of here-document bodies; kept from run to run. */
    final Map<HereDocuments.Place, HereDocuments.Body> bodies;

    /** Offsets of double parentheses that are known to be two single ones. */
    final Set<Integer> notArithmetic = new HashSet<>();

    /** How many double parentheses were found not to be closed. */
    int unclosedArithmetic;

    private final boolean last;
    private boolean bodiesMissing;

    private Run(Map<HereDocuments.Place, HereDocuments.Body> bodies, boolean last) {
        this.bodies = bodies;
        this.last = last;
    }

    static Run first() {
        return new Run(new HashMap<>(), false);
    }

    /** Another run over the same text that knows where the bodies are. */
    Run again() {
        return new Run(bodies, true);
    }

    /** Notes a redirection whose body is not known where it should be; that is a problem in the last run only. */
    void missingBody(Span redirect) {
        bodiesMissing = true;
        if (last) {
            problems.add(redirect, "here-document not found");
        }
    }

    /** Whether a redirection was met before the place of its body was known. */
    boolean bodiesMissing() {
        return bodiesMissing;
    }
}
