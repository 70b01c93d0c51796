package dev.greenlane.syntax.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic in its brackets. First the extent is found, with the expansions in it, as the shell does; only then is the
 * text between the expansions read as an expression. Text that is no expression before it is expanded is one operand.
 */
final class ArithmeticReader {
    /** Behind so many double parentheses without an end nobody looks for one again: each search goes far. */
    private static final int MOST_UNCLOSED = 8;

    private final Grammar grammar;
    private final Source source;
    private final Cursor in;

    ArithmeticReader(Grammar grammar) {
        this.grammar = grammar;
        this.source = grammar.source;
        this.in = grammar.in;
    }

    /** A quoted or expanded piece of an expression, and where it stands in the source. */
    record Piece(WordPart part, int start, int end) {}

    /** An expression in brackets; absent where there are only blanks. */
    record Body(Optional<Arithmetic> expression) {}

    /**
     * Reads {@code ((…))} with {@code opening} characters before the expression. Where the brackets turn out to be two
     * single ones, nothing is read and the answer is null.
     */
    @Nullable
    Body doubleParentheses(int opening) {
        int offset = source.offset(in.position());
        if (grammar.run.notArithmetic.contains(offset) || grammar.run.unclosedArithmetic > MOST_UNCLOSED) {
            return null;
        }
        Grammar.Mark mark = grammar.mark();
        List<HereDocuments.Pending> pending = grammar.hereDocuments.pending();
        try {
            in.next(opening);
            int start = in.position();
            int heightBeside = grammar.run.nesting.enter();
            List<Piece> pieces = new ArrayList<>(2);
            skipTo('(', ')', Cursor.END, pieces);
            if (in.peek() == ')' && in.peekSecond() == ')') {
                Optional<Arithmetic> expression = expression(start, in.position(), pieces);
                in.next(2);
                grammar.run.nesting.leave(heightBeside);
                return new Body(expression);
            }
            grammar.run.unclosedArithmetic += in.peek() == Cursor.END ? 1 : 0;
        } catch (ReadingError error) {
            if (error.reach() != ReadingError.Reach.STATEMENT) {
                throw error;
            }
        }
        grammar.rewind(mark, pending);
        grammar.run.notArithmetic.add(offset);
        return null;
    }

    /** Reads {@code $[…]}; the cursor stands behind the opening bracket. */
    Optional<Arithmetic> bracketed() {
        int start = in.position();
        int heightBeside = grammar.run.nesting.enter();
        List<Piece> pieces = new ArrayList<>(2);
        skipTo('[', ']', Cursor.END, pieces);
        int end = in.position();
        if (!in.take(']')) {
            throw ReadingError.missing("]");
        }
        Optional<Arithmetic> expression = expression(start, end, pieces);
        grammar.run.nesting.leave(heightBeside);
        return expression;
    }

    /** Reads the three expressions of {@code for ((…))} and the brackets behind them. */
    List<Optional<Arithmetic>> three() {
        List<Optional<Arithmetic>> expressions = new ArrayList<>(3);
        int heightBeside = grammar.run.nesting.enter();
        for (int i = 0; i < 3; i++) {
            int start = in.position();
            List<Piece> pieces = new ArrayList<>(2);
            skipTo('(', ')', ';', pieces);
            int end = in.position();
            expressions.add(expression(start, end, pieces));
            if (i < 2 && !in.take(';')) {
                throw ReadingError.missing(";", in);
            }
        }
        if (in.peek() != ')' || in.peekSecond() != ')') {
            throw ReadingError.missing("))", in);
        }
        in.next(2);
        grammar.run.nesting.leave(heightBeside);
        return expressions;
    }

    /** Stops before the bracket that closes, before {@code separator}, or at the end. */
    private void skipTo(char open, char close, int separator, List<Piece> pieces) {
        int depth = 0;
        while (true) {
            int c = in.peek();
            if (c == Cursor.END || depth == 0 && (c == close || c == separator)) {
                return;
            }
            int start = in.position();
            Parts parts = isPlain(c) ? null : new Parts(source, start);
            if (parts != null && grammar.words.quotedOrExpanded(parts)) {
                for (WordPart part : parts.parts()) {
                    pieces.add(new Piece(part, start, in.position()));
                }
            } else {
                depth += c == open ? 1 : c == close ? -1 : 0;
                in.next();
            }
        }
    }

    private static boolean isPlain(int c) {
        return c != '$' && c != '`' && c != '"' && c != '\'' && c != '\\';
    }

    private Optional<Arithmetic> expression(int start, int end, List<Piece> pieces) {
        return new ExpressionReader(source, grammar.run.nesting, start, end, pieces).read();
    }
}
