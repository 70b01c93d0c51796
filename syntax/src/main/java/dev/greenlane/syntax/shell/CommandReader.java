package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists of statements, {@code &&} and {@code ||}, pipelines, simple commands. */
final class CommandReader {
    private final Grammar grammar;
    private final Source source;
    private final Cursor in;

    CommandReader(Grammar grammar) {
        this.grammar = grammar;
        this.source = grammar.source;
        this.in = grammar.in;
    }

    /** Reads statements up to what closes the list, or to the end of the text. */
    Script script(Closing closing) {
        int problems = grammar.run.problems.count();
        int heightBeside = grammar.run.nesting.enter();
        int start = in.position();
        List<Statement> statements = new ArrayList<>(4);
        grammar.skipNewlines();
        while (!closes(closing)) {
            statements.add(statementOrUnreadable(closing));
            grammar.skipNewlines();
        }
        grammar.run.nesting.leave(heightBeside);
        return new Script(statements, grammar.run.problems.since(problems), source.span(start, in.position()));
    }

    /** Reads a list that must not be empty and must be closed. */
    Script body(Closing closing, String closer) {
        Script script = script(closing);
        if (in.peek() == Cursor.END) {
            throw ReadingError.missing(closer);
        }
        if (script.statements().isEmpty()) {
            throw ReadingError.of("missing command before " + in.describe());
        }
        return script;
    }

    private boolean closes(Closing closing) {
        return switch (in.peek()) {
            case Cursor.END -> true;
            case ')' -> closing == Closing.BRACKET;
            case '}' -> closing == Closing.FUNCTION_SUBSTITUTION || closing.by(in.keyword());
            case ';' -> closing == Closing.ITEM && atItemEnd();
            default -> closing.hasKeywords() && closing.by(in.keyword());
        };
    }

    private boolean atItemEnd() {
        return in.peekSecond() == ';' || in.peekSecond() == '&';
    }

    private Statement statementOrUnreadable(Closing closing) {
        int start = in.position();
        Grammar.Mark mark = grammar.mark();
        try {
            return terminated(andOr(), closing);
        } catch (ReadingError caught) {
            ReadingError error = caught;
            boolean outermost = mark.depth() == 1;
            if (error.reach() != ReadingError.Reach.STATEMENT && !outermost) {
                throw error;
            }
            grammar.surface(mark);
            grammar.run.problems.forgetSince(mark.problems());
            if (grammar.run.problems.full()) {
                error = ReadingError.tooMany("errors");
                if (!outermost) {
                    throw error;
                }
            }
            boolean giveUp = error.reach() == ReadingError.Reach.REST_OF_TEXT;
            int end = giveUp ? in.limit() : resynchronise(start, closing);
            in.moveTo(end);
            if (in.peek() == ';' && !atItemEnd()) {
                in.next();
            }
            return unreadable(start, end, error.reason());
        }
    }

    private Statement unreadable(int start, int end, String reason) {
        Span span = source.span(start, end);
        grammar.run.problems.add(span, reason);
        return new Statement(new Command.Unreadable(source.written(span), reason, span), List.of(), false, false, span);
    }

    /** The place behind the statement at {@code start} that cannot be read beyond the cursor. */
    private int resynchronise(int start, Closing closing) {
        int p = Math.max(start, in.position());
        int depth = 0;
        while (p < in.limit()) {
            int c = in.raw(p);
            if (c == '\n' || c == ';' && depth <= 0 || c == ')' && depth <= 0 && closing == Closing.BRACKET) {
                break;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            p = c == '\\' ? p + 2 : c == '\'' || c == '"' ? behindQuote(p) : p + 1;
        }
        p = Math.min(p, in.limit());
        if (p > start) {
            return p;
        }
        boolean doubled = in.raw(p) == ';' && (in.raw(p + 1) == ';' || in.raw(p + 1) == '&');
        return Math.min(doubled ? p + 2 : p + 1, in.limit());
    }

    /** Where the quote at {@code start} is closed on its line, the place behind; else the next character. */
    private int behindQuote(int start) {
        int p = start + 1;
        while (in.raw(p) != Cursor.END && in.raw(p) != '\n') {
            if (in.raw(p) == in.raw(start)) {
                return p + 1;
            }
            p++;
        }
        return start + 1;
    }

    /** Takes what ends a statement, and checks that something does. */
    private Statement terminated(Statement statement, Closing closing) {
        in.skipBlanks();
        int c = in.peek();
        if (c == '&') {
            in.next();
            return new Statement(
                    statement.command(),
                    statement.redirects(),
                    statement.negated(),
                    true,
                    statement.span().to(source.span(in.position(), in.position())));
        }
        if (c == ';' && !atItemEnd()) {
            in.next();
        } else if (!in.atNewline() && !closes(closing)) {
            throw ReadingError.unexpected(in);
        }
        return statement;
    }

    private Statement andOr() {
        int heightBeside = grammar.run.nesting.openChain();
        Statement left = pipeline();
        while (atAndOr()) {
            boolean and = in.peek() == '&';
            in.next(2);
            grammar.skipNewlines();
            Statement right = pipeline();
            Span span = left.span().to(right.span());
            left = plain(new Command.AndOr(left, and, right, span));
            grammar.run.nesting.link();
        }
        grammar.run.nesting.closeChain(heightBeside);
        return left;
    }

    private boolean atAndOr() {
        in.skipBlanks();
        int c = in.peek();
        return (c == '&' || c == '|') && in.peekSecond() == c;
    }

    static Statement plain(Command command) {
        return new Statement(command, List.of(), false, false, command.span());
    }

    private Statement pipeline() {
        in.peek();
        int start = in.position();
        boolean negations = false;
        boolean negated = false;
        while (in.takeKeyword(Keyword.NOT)) {
            negations = true;
            negated = !negated;
            in.skipBlanks();
        }
        int behind = in.position();
        if (!negations) {
            return positivePipeline();
        }
        Statement inner = endsPipeline() && in.peek() != ')'
                ? plain(new Command.Simple(List.of(), List.of(), source.span(behind, behind)))
                : positivePipeline();
        Span span = source.span(start, start).to(inner.span());
        return new Statement(inner.command(), inner.redirects(), inner.negated() != negated, false, span);
    }

    /** Whether a list goes on here, so that {@code time} or {@code !} stands alone. */
    private boolean endsPipeline() {
        in.skipBlanks();
        int c = in.peek();
        return c == Cursor.END || c == ';' || c == ')' || in.atNewline();
    }

    private Statement positivePipeline() {
        if (in.keyword() == Keyword.TIME) {
            return timed();
        }
        Statement first = command();
        in.skipBlanks();
        if (in.peek() != '|' || in.peekSecond() == '|') {
            return first;
        }
        List<Statement> parts = new ArrayList<>();
        List<Boolean> withStderr = new ArrayList<>();
        parts.add(first);
        while (in.peek() == '|' && in.peekSecond() != '|') {
            in.next();
            withStderr.add(in.take('&'));
            grammar.skipNewlines();
            parts.add(in.keyword() == Keyword.TIME ? timed() : command());
            in.skipBlanks();
        }
        Span span = first.span().to(parts.getLast().span());
        return plain(new Command.Pipeline(parts, withStderr, span));
    }

    private Statement timed() {
        int start = in.position();
        in.takeBareWord();
        int end = in.position();
        in.skipBlanks();
        for (String option : List.of("-p", "--")) {
            if (in.peek() == '-' && option.equals(in.bareWord(2))) {
                in.takeBareWord();
                end = in.position();
                in.skipBlanks();
            }
        }
        Span span = source.span(start, end);
        if (endsPipeline()) {
            return plain(new Command.Timed(Optional.empty(), span));
        }
        int heightBeside = grammar.run.nesting.enter();
        Statement inner = pipeline();
        grammar.run.nesting.leave(heightBeside);
        return plain(new Command.Timed(Optional.of(inner), span.to(inner.span())));
    }

    /** One command with its redirections. */
    Statement command() {
        in.skipBlanks();
        Command compound = grammar.compounds.compound();
        return compound == null ? simple(in.position(), null) : withRedirects(compound);
    }

    /** Reads the redirections behind a compound command. */
    Statement withRedirects(Command command) {
        in.skipBlanks();
        Redirect redirect = grammar.redirects.redirect();
        if (redirect == null) {
            return plain(command);
        }
        List<Redirect> redirects = new ArrayList<>(2);
        while (redirect != null) {
            redirects.add(redirect);
            in.skipBlanks();
            redirect = grammar.redirects.redirect();
        }
        if (in.keyword() != null) {
            throw ReadingError.unexpected(in);
        }
        Span span = command.span().to(redirects.getLast().span());
        return new Statement(command, redirects, false, false, span);
    }

    /** Reads a simple command, or a function, that starts at {@code start} with {@code first}, if that is read yet. */
    Statement simple(int start, @Nullable Node first) {
        Pieces pieces = new Pieces();
        Node piece = first == null ? pieces.next() : first;
        while (piece != null) {
            switch (piece) {
                case Redirect redirect -> pieces.redirects.add(redirect);
                case Assignment assignment -> pieces.assignments.add(assignment);
                case Word word -> {
                    if (pieces.isEmpty() && atFunction()) {
                        return grammar.compounds.function(start, word);
                    }
                    pieces.add(word);
                }
                default -> throw new IllegalStateException("no part of a command: " + piece);
            }
            piece = pieces.next();
        }
        return pieces.statement(start);
    }

    private boolean atFunction() {
        in.skipBlanks();
        return in.peek() == '(';
    }

    /** What a simple command is made of. */
    private final class Pieces {
        private final List<Assignment> assignments = new ArrayList<>(0);
        private final List<Word> words = new ArrayList<>(4);
        private final List<Redirect> redirects = new ArrayList<>(0);

        private boolean declares;

        boolean isEmpty() {
            return assignments.isEmpty() && words.isEmpty() && redirects.isEmpty();
        }

        void add(Word word) {
            declares |= words.isEmpty() && grammar.assignments.declares(word);
            words.add(word);
        }

        /** The redirection, assignment or word that comes next, if one does. */
        @Nullable
        Node next() {
            in.skipBlanks();
            Redirect redirect = grammar.redirects.redirect();
            if (redirect != null) {
                return redirect;
            }
            if (words.isEmpty()) {
                return grammar.assignments.assignmentOrWord();
            }
            return declares ? grammar.assignments.declaration() : grammar.words.word();
        }

        Statement statement(int start) {
            Span span = null;
            for (List<? extends Node> nodes : List.of(assignments, words)) {
                if (!nodes.isEmpty()) {
                    Span own = nodes.getFirst().span().to(nodes.getLast().span());
                    span = span == null ? own : span.to(own);
                }
            }
            if (span == null && redirects.isEmpty()) {
                throw ReadingError.unexpected(in);
            }
            Span command = span == null ? source.span(start, start) : span;
            Span whole = redirects.isEmpty()
                    ? command
                    : command.to(redirects.getFirst().span())
                            .to(redirects.getLast().span());
            return new Statement(new Command.Simple(assignments, words, command), redirects, false, false, whole);
        }
    }
}
