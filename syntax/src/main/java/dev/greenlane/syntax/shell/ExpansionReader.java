package dev.greenlane.syntax.shell;

import java.util.Objects;
import java.util.Optional;

/** What starts with a dollar, backquotes, and process substitution. */
final class ExpansionReader {
    private final Grammar grammar;
    private final Source source;
    private final Cursor in;

    ExpansionReader(Grammar grammar) {
        this.grammar = grammar;
        this.source = grammar.source;
        this.in = grammar.in;
    }

    /** Reads what starts with the dollar that stands here; a lone dollar is literal text. */
    void dollar(Parts parts, Quoting quoting) {
        int start = in.position();
        int c = in.peekSecond();
        if (c == '(') {
            if (in.peekThird() != '(' || !arithmetic(parts)) {
                commandSubstitution(parts);
            }
        } else if (c == '{') {
            in.next(2);
            grammar.parameters.braced(parts, start, quoting);
        } else if (c == '[') {
            in.next(2);
            Optional<Arithmetic> expression = grammar.arithmetic.bracketed();
            int end = in.position();
            parts.add(new WordPart.ArithmeticExpansion(expression, source.span(start, end)), end);
        } else if (Chars.startsName(c)) {
            in.next();
            parameter(parts, start, Objects.requireNonNull(in.takeName()));
        } else if (Chars.isDigit(c) || Chars.isSpecialParameter(c)) {
            in.next(2);
            parameter(parts, start, Character.toString(c));
        } else if (c == '\'' && !quoting.quoted()) {
            in.next();
            in.peek();
            grammar.words.ansiQuoted(parts, start);
        } else if (c == '"' && !quoting.quoted()) {
            in.next();
            in.peek();
            grammar.words.doubleQuoted(parts, start);
        } else {
            grammar.words.literal(parts, 1);
        }
    }

    private void parameter(Parts parts, int start, String name) {
        int end = in.position();
        parts.add(
                new WordPart.Parameter(
                        name,
                        Optional.empty(),
                        WordPart.Parameter.Prefix.NONE,
                        Optional.empty(),
                        source.span(start, end)),
                end);
    }

    private boolean arithmetic(Parts parts) {
        int start = in.position();
        ArithmeticReader.Body body = grammar.arithmetic.doubleParentheses(3);
        if (body == null) {
            return false;
        }
        int end = in.position();
        parts.add(new WordPart.ArithmeticExpansion(body.expression(), source.span(start, end)), end);
        return true;
    }

    private void commandSubstitution(Parts parts) {
        int start = in.position();
        in.next(2);
        Script script = bracketed();
        int end = in.position();
        parts.add(new WordPart.CommandSubstitution(script, false, source.span(start, end)), end);
    }

    /** Reads {@code <(…)} or {@code >(…)}, which stands here. */
    void processSubstitution(Parts parts) {
        int start = in.position();
        boolean output = in.peek() == '>';
        in.next(2);
        Script script = bracketed();
        int end = in.position();
        parts.add(new WordPart.ProcessSubstitution(script, output, source.span(start, end)), end);
    }

    private Script bracketed() {
        int scope = grammar.hereDocuments.openSubstitution();
        Script script = grammar.commands.script(Closing.BRACKET);
        if (!in.take(')')) {
            throw ReadingError.missing(")");
        }
        grammar.hereDocuments.closeSubstitution(scope);
        return script;
    }

    /** Reads {@code ${ …; }}, which bash has since 5.3; the cursor stands behind the brace. */
    void braced(Parts parts, int start) {
        in.take('|');
        int scope = grammar.hereDocuments.openScope();
        Script script = grammar.commands.script(Closing.FUNCTION_SUBSTITUTION);
        if (!in.take('}')) {
            throw ReadingError.missing("}", in);
        }
        grammar.hereDocuments.closeScope(scope);
        int end = in.position();
        parts.add(new WordPart.CommandSubstitution(script, false, source.span(start, end)), end);
    }

    /** Reads the backquotes that start here. */
    void backquoted(Parts parts, Quoting quoting) {
        int start = in.position();
        int content = start + 1;
        int quote = content;
        int escapes = 0;
        while (in.raw(quote) != '`') {
            if (quote >= in.limit()) {
                in.moveTo(in.limit());
                throw ReadingError.missing("`");
            }
            boolean escape = in.raw(quote) == '\\';
            escapes += escape ? 1 : 0;
            quote += escape ? 2 : 1;
        }
        Script script = escapes == 0 ? within(content, quote) : unescaped(content, quote, quoting);
        in.moveTo(quote + 1);
        parts.add(new WordPart.CommandSubstitution(script, true, source.span(start, quote + 1)), quote + 1);
    }

    private Script within(int content, int quote) {
        int limit = in.limit();
        in.moveTo(content);
        in.limitTo(quote);
        int scope = grammar.hereDocuments.openScope();
        Script script = grammar.commands.script(Closing.END);
        grammar.hereDocuments.closeScope(scope);
        in.limitTo(limit);
        return script;
    }

    private Script unescaped(int content, int quote, Quoting quoting) {
        Source.Cutting cutting = source.cutting(quote - content);
        for (int p = content; p < quote; p++) {
            int from = p;
            if (in.raw(p) == '\\' && p + 1 < quote && isEscape(in.raw(p + 1), quoting)) {
                p++;
            }
            cutting.keep(p, from);
        }
        Grammar inner = new Grammar(cutting.upTo(quote), grammar.run);
        Script script = inner.commands.script(Closing.END);
        inner.hereDocuments.closeScope(0);
        return script;
    }

    private static boolean isEscape(int c, Quoting quoting) {
        return c == '\\' || c == '`' || c == '$' || c == '"' && quoting == Quoting.DOUBLE_QUOTES;
    }
}
