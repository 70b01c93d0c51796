package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Here-documents: their bodies stand behind the next newline, far from the redirections they belong to.
 *
 * <p>Trees cannot be changed once they are built, so a text with here-documents is read twice: the first run finds the
 * bodies at the newlines, the second one reads each body where its redirection stands and skips it at the newline.
 */
final class HereDocuments {
    /** The most in one text; a text with more is no shell text. */
    private static final int MOST = 20_000;

    private final Grammar grammar;
    private List<Pending> pending = new ArrayList<>(0);

    /** Those before this index belong to commands around the substitution that is read. */
    private int outer;

    private int substitutions;

    HereDocuments(Grammar grammar) {
        this.grammar = grammar;
    }

    /**
     * Where a body stands.
     *
     * @param start its first character
     * @param end behind its last character
     * @param next where reading goes on, behind the line with the delimiter
     */
    record Body(int start, int end, int next) {}

    /** A redirection whose body is still to come. */
    record Pending(Place place, Delimiter delimiter, boolean stripped) {}

    /**
     * Which redirection it is, and how its source is cut: text that is read again after an error may be cut otherwise.
     */
    record Place(int operator, int sourceStart, int sourceLength, int limit, boolean substituted) {}

    /** The line that ends a body; a quoted one keeps the body from being expanded. */
    record Delimiter(String text, boolean quoted) {}

    /** How deep in substitutions the cursor is. */
    record State(int outer, int substitutions) {}

    State state() {
        return new State(outer, substitutions);
    }

    void surface(State state) {
        outer = state.outer;
        substitutions = state.substitutions;
    }

    List<Pending> pending() {
        return pending.isEmpty() ? List.of() : List.copyOf(pending);
    }

    void setPending(List<Pending> pending) {
        if (!this.pending.isEmpty() || !pending.isEmpty()) {
            this.pending = new ArrayList<>(pending);
        }
    }

    /** Notes a redirection, and answers its body where an earlier run found it. */
    Optional<Word> body(int operator, Word target, int targetEnd, boolean stripped) {
        Delimiter delimiter = delimiter(target, targetEnd);
        Place place = place(operator);
        if (grammar.run.bodies.size() + pending.size() > MOST) {
            throw ReadingError.tooMany("here-documents");
        }
        pending.add(new Pending(place, delimiter, stripped));
        Body body = grammar.run.bodies.get(place);
        if (body == null) {
            grammar.run.missingBody(target.span());
            return Optional.empty();
        }
        return Optional.of(read(body, delimiter, stripped));
    }

    private Place place(int operator) {
        Source source = grammar.source;
        return new Place(
                source.offset(operator),
                source.offset(0),
                source.text().length(),
                grammar.in.limit(),
                substitutions > 0);
    }

    private Delimiter delimiter(Word target, int targetEnd) {
        StringBuilder text = new StringBuilder();
        boolean quoted = addTo(text, target.parts());
        boolean carriageReturn = grammar.in.raw(targetEnd) == '\r' && grammar.in.raw(targetEnd + 1) == '\n';
        return new Delimiter(carriageReturn ? text + "\r" : text.toString(), quoted);
    }

    private boolean addTo(StringBuilder text, List<WordPart> parts) {
        boolean quoted = false;
        for (WordPart part : parts) {
            if (part instanceof WordPart.DoubleQuoted inner) {
                addTo(text, inner.parts());
                quoted = true;
            } else {
                text.append(part.constant().orElseGet(() -> grammar.source.written(part.span())));
                quoted |= part.constant().isPresent() && !(part instanceof WordPart.Literal);
            }
        }
        return quoted;
    }

    /** Steps over the bodies that start here, behind a newline. */
    void afterNewline() {
        if (pending.size() == outer) {
            return;
        }
        List<Pending> due = new ArrayList<>(pending.subList(outer, pending.size()));
        pending.subList(outer, pending.size()).clear();
        for (Pending document : due) {
            settle(document);
        }
    }

    private void settle(Pending document) {
        Body body = grammar.run.bodies.get(document.place);
        if (body == null) {
            body = find(grammar.in.position(), document);
            grammar.run.bodies.put(document.place, body);
            if (!document.delimiter.quoted) {
                findInside(body, document);
            }
        }
        grammar.in.moveTo(Math.max(grammar.in.position(), body.next));
    }

    /** Reads a body for the here-documents in it only: its errors are told where it is read for good. */
    private void findInside(Body body, Pending document) {
        Grammar.Mark mark = grammar.mark();
        List<Pending> later = pending();
        try {
            read(body, document.delimiter, document.stripped);
        } catch (ReadingError error) {
            grammar.rewind(mark, later);
        }
        grammar.run.problems.forgetSince(mark.problems());
    }

    /** Starts a part of the text whose here-documents are its own; the answer is for {@link #closeScope}. */
    int openScope() {
        int saved = outer;
        outer = pending.size();
        return saved;
    }

    /** Ends such a part: bodies that did not come are empty. */
    void closeScope(int saved) {
        int end = grammar.in.position();
        for (Pending document : pending.subList(outer, pending.size())) {
            grammar.run.bodies.putIfAbsent(document.place, new Body(end, end, end));
        }
        pending.subList(outer, pending.size()).clear();
        outer = saved;
    }

    /** Starts {@code $(} or {@code <(}; the answer is for {@link #closeSubstitution}. */
    int openSubstitution() {
        substitutions++;
        return openScope();
    }

    /** Ends it. Where shells look for a body that did not come in time differs from version to version. */
    void closeSubstitution(int saved) {
        substitutions--;
        boolean complete = pending.size() == outer;
        outer = saved;
        if (!complete) {
            throw ReadingError.of("missing here-document before `)`");
        }
    }

    /** Finds the end of the body that starts at {@code start}. */
    private Body find(int start, Pending document) {
        Cursor in = grammar.in;
        String text = grammar.source.text();
        int line = start;
        while (line < in.limit()) {
            int content = line;
            while (document.stripped && in.raw(content) == '\t') {
                content++;
            }
            int match = match(content, document.delimiter);
            if (match >= 0 && (match == in.limit() || text.charAt(match) == '\n')) {
                return new Body(start, line, Math.min(match + 1, in.limit()));
            }
            if (match >= 0 && substitutions > 0 && closesOnLine(match)) {
                return new Body(start, line, match);
            }
            line = nextLine(content, !document.delimiter.quoted);
        }
        return new Body(start, in.limit(), in.limit());
    }

    /** The place behind the delimiter, or -1 where the line does not start with it. */
    private int match(int line, Delimiter delimiter) {
        String text = grammar.source.text();
        int p = line;
        for (int i = 0; i < delimiter.text.length(); i++) {
            p = delimiter.quoted ? p : joined(p);
            if (p >= grammar.in.limit() || text.charAt(p) != delimiter.text.charAt(i)) {
                return -1;
            }
            p++;
        }
        return delimiter.quoted ? p : joined(p);
    }

    private int joined(int at) {
        int p = at;
        while (grammar.in.raw(p) == '\\' && grammar.in.raw(p + 1) == '\n') {
            p += 2;
        }
        return p;
    }

    private boolean closesOnLine(int at) {
        int newline = grammar.source.text().indexOf('\n', at, grammar.in.limit());
        return grammar.source.text().indexOf(')', at, newline < 0 ? grammar.in.limit() : newline) >= 0;
    }

    private int nextLine(int from, boolean joinsLines) {
        int p = from;
        while (true) {
            int newline = grammar.source.text().indexOf('\n', p, grammar.in.limit());
            if (newline < 0) {
                return grammar.in.limit();
            }
            int backslashes = 0;
            while (newline - 1 - backslashes >= p && grammar.source.text().charAt(newline - 1 - backslashes) == '\\') {
                backslashes++;
            }
            p = newline + 1;
            if (!joinsLines || backslashes % 2 == 0) {
                return p;
            }
        }
    }

    private Word read(Body body, Delimiter delimiter, boolean stripped) {
        if (delimiter.quoted) {
            String text =
                    stripped ? withoutTabs(body).text() : grammar.source.text().substring(body.start, body.end);
            Span span = grammar.source.span(body.start, body.end);
            return new Word(List.of(new WordPart.SingleQuoted(text, span)), span);
        }
        if (stripped) {
            Source inner = withoutTabs(body);
            return new Grammar(inner, grammar.run)
                    .hereDocuments.expanded(new Body(0, inner.text().length(), 0));
        }
        return expanded(body);
    }

    private Source withoutTabs(Body body) {
        grammar.run.copy(body.end - body.start);
        Source.Cutting cutting = grammar.source.cutting(body.end - body.start);
        boolean lineStart = true;
        for (int p = body.start; p < body.end; p++) {
            char c = grammar.source.text().charAt(p);
            if (lineStart && c == '\t') {
                continue;
            }
            lineStart = c == '\n';
            cutting.keep(p, p);
        }
        return cutting.upTo(body.end);
    }

    /** Reads a body as the shell expands it; the place stays the same. */
    private Word expanded(Body body) {
        Grammar.Mark mark = grammar.mark();
        int saved = openScope();
        int scope = outer;
        grammar.in.moveTo(body.start);
        grammar.in.limitTo(body.end);
        int heightBeside = grammar.run.nesting.enter();
        Parts parts = new Parts(grammar.source, body.start);
        try {
            grammar.words.quotedRun(parts, Quoting.HERE_DOCUMENT);
            closeScope(saved);
            grammar.run.nesting.leave(heightBeside);
        } catch (ReadingError error) {
            if (error.reach() != ReadingError.Reach.STATEMENT) {
                throw error;
            }
            outer = scope;
            closeScope(saved);
            grammar.surface(mark);
            grammar.run.problems.add(grammar.source.span(parts.end(), body.end), error.reason());
            parts.literal(parts.end(), body.end);
        }
        grammar.in.moveTo(mark.position());
        grammar.in.limitTo(mark.limit());
        return new Word(parts.parts(), grammar.source.span(body.start, body.end));
    }
}
