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

    /** How often the whole text may be copied in all, a part inside a part. */
    private static final int COPIES = 10;

    private final int length;
    private final boolean last;
    private long copied;
    private boolean bodiesMissing;

    private Run(int length, Map<HereDocuments.Place, HereDocuments.Body> bodies, boolean last) {
        this.length = length;
        this.bodies = bodies;
        this.last = last;
    }

    /** The first run over a text of {@code length} characters. */
    static Run first(int length) {
        return new Run(length, new HashMap<>(), false);
    }

    /** Another run over the same text that knows where the bodies are. */
    Run again() {
        return new Run(length, bodies, true);
    }

    /** Notes that so many characters are copied to be read as a text of their own. */
    void copy(int characters) {
        copied += characters;
        if (copied > (long) COPIES * length) {
            throw ReadingError.tooDeep();
        }
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
