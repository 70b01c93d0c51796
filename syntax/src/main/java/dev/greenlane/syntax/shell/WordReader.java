package dev.greenlane.syntax.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words: literal text, quotes, and whatever expansions stand in them. */
final class WordReader {
    private final Grammar grammar;
    private final Source source;
    private final Cursor in;

    WordReader(Grammar grammar) {
        this.grammar = grammar;
        this.source = grammar.source;
        this.in = grammar.in;
    }

    /** The word that starts here, if one does. */
    @Nullable
    Word word() {
        in.peek();
        int start = in.position();
        int end = plainEnd(start);
        if (end > start && (end == in.limit() || Chars.isBlank(in.raw(end)) || in.raw(end) == '\n')) {
            in.moveTo(end);
            var literal = new WordPart.Literal(source.text().substring(start, end), source.span(start, end));
            return new Word(List.of(literal), literal.span());
        }
        Parts parts = new Parts(source, start);
        rest(parts);
        return parts.isEmpty() ? null : parts.word();
    }

    /** The word that must stand here. */
    Word expectWord(String what) {
        Word word = word();
        if (word == null) {
            throw ReadingError.of("missing " + what + " before " + in.describe());
        }
        return word;
    }

    /** Reads on to the end of the word that {@code parts} begins. */
    void rest(Parts parts) {
        while (true) {
            int c = in.peek();
            int start = in.position();
            if (quotedOrExpanded(parts)) {
                continue;
            }
            if (c == '<' || c == '>') {
                if (in.peekSecond() != '(') {
                    return;
                }
                grammar.expansions.processSubstitution(parts);
            } else if (Chars.startsExtendedGlob(c) && in.peekSecond() == '(') {
                extendedGlob(parts);
            } else if (c == Cursor.END || Chars.endsWord(c) || in.atNewline()) {
                return;
            } else {
                int end = Math.max(plainEnd(start), start + 1);
                parts.literal(start, end);
                in.moveTo(end);
            }
        }
    }

    /** The end of the plain text at {@code start}; a glob sign before a bracket is not plain. */
    private int plainEnd(int start) {
        int end = start;
        while (Chars.isPlain(in.raw(end))) {
            end++;
        }
        return end > start && in.raw(end) == '(' && Chars.startsExtendedGlob(in.raw(end - 1)) ? end - 1 : end;
    }

    /** Reads the quoted or expanded piece of an unquoted word that starts here, if one does. */
    boolean quotedOrExpanded(Parts parts) {
        switch (in.peek()) {
            case '\\' -> escaped(parts);
            case '\'' -> singleQuoted(parts);
            case '"' -> doubleQuoted(parts, in.position());
            case '$' -> grammar.expansions.dollar(parts, Quoting.NONE);
            case '`' -> grammar.expansions.backquoted(parts, Quoting.NONE);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void escaped(Parts parts) {
        int start = in.position();
        if (start + 1 == in.limit()) {
            parts.literal(start, start + 1);
            in.moveTo(start + 1);
            return;
        }
        int end = Character.isHighSurrogate((char) in.raw(start + 1)) && start + 2 < in.limit() ? start + 3 : start + 2;
        parts.add(new WordPart.Escaped(source.text().substring(start + 1, end), source.span(start, end)), end);
        in.moveTo(end);
    }

    void singleQuoted(Parts parts) {
        int start = in.position();
        int quote = closingSingleQuote(start + 1);
        parts.add(
                new WordPart.SingleQuoted(source.text().substring(start + 1, quote), source.span(start, quote + 1)),
                quote + 1);
        in.moveTo(quote + 1);
    }

    private int closingSingleQuote(int from) {
        int quote = source.text().indexOf('\'', from, in.limit());
        if (quote < 0) {
            in.moveTo(in.limit());
            throw ReadingError.missing("'");
        }
        return quote;
    }

    /** Reads {@code $'…'}; the dollar stands at {@code start}, the cursor at the quote. */
    void ansiQuoted(Parts parts, int start) {
        int content = in.position() + 1;
        int quote = content;
        while (in.raw(quote) != '\'') {
            if (quote >= in.limit()) {
                in.moveTo(in.limit());
                throw ReadingError.missing("'");
            }
            quote += in.raw(quote) == '\\' ? 2 : 1;
        }
        String text = AnsiEscapes.decode(source.text().substring(content, quote));
        parts.add(new WordPart.AnsiQuoted(text, source.span(start, quote + 1)), quote + 1);
        in.moveTo(quote + 1);
    }

    /** Reads {@code "…"} or {@code $"…"} that starts at {@code start}; the cursor stands at the quote. */
    void doubleQuoted(Parts parts, int start) {
        in.next();
        Parts inner = new Parts(source, in.position());
        quotedRun(inner, Quoting.DOUBLE_QUOTES);
        if (!in.take('"')) {
            throw ReadingError.missing("\"");
        }
        int end = in.position();
        parts.add(new WordPart.DoubleQuoted(inner.parts(), source.span(start, end)), end);
    }

    /** Reads quoted text up to what ends it: a double quote, or the limit of a here-document. */
    void quotedRun(Parts parts, Quoting quoting) {
        while (true) {
            int c = in.peek();
            int start = in.position();
            switch (c) {
                case Cursor.END -> {
                    return;
                }
                case '"' -> {
                    if (quoting == Quoting.DOUBLE_QUOTES) {
                        return;
                    }
                    literal(parts, 1);
                }
                case '\\' -> {
                    if (quoting.escapes(in.raw(start + 1))) {
                        escaped(parts);
                    } else {
                        literal(parts, 1);
                    }
                }
                case '$' -> grammar.expansions.dollar(parts, quoting);
                case '`' -> grammar.expansions.backquoted(parts, quoting);
                default -> {
                    int end = start + 1;
                    while (end < in.limit() && !isSpecialInQuotes(source.text().charAt(end))) {
                        end++;
                    }
                    literal(parts, end - start);
                }
            }
        }
    }

    private static boolean isSpecialInQuotes(char c) {
        return c == '"' || c == '\\' || c == '$' || c == '`';
    }

    /** Takes characters as they are. */
    void literal(Parts parts, int length) {
        int start = in.position();
        parts.literal(start, start + length);
        in.moveTo(start + length);
    }

    /**
     * Reads {@code '…'} where the quotes only keep the brace around them from ending: in {@code "${x:-'…'}"} they are
     * literal, and what stands between them is expanded.
     */
    void literalSingleQuotes(Parts parts) {
        int quote = closingSingleQuote(in.position() + 1);
        literal(parts, 1);
        int limit = in.limit();
        in.limitTo(quote);
        quotedRun(parts, Quoting.HERE_DOCUMENT);
        in.limitTo(limit);
        in.moveTo(quote);
        literal(parts, 1);
    }

    /** Reads a subscript; the cursor stands behind its opening bracket, afterwards behind the closing one. */
    Word subscript() {
        Parts parts = new Parts(source, in.position());
        int depth = 0;
        while (true) {
            int c = in.peek();
            if (c == Cursor.END) {
                throw ReadingError.missing("]");
            }
            if (c == ']' && depth == 0) {
                Word word = parts.word();
                in.next();
                return word;
            }
            if (!quotedOrExpanded(parts)) {
                depth += c == '[' ? 1 : c == ']' ? -1 : 0;
                literal(parts, 1);
            }
        }
    }

    private void extendedGlob(Parts parts) {
        int start = in.position();
        char operator = (char) in.peek();
        in.next();
        in.take('(');
        int heightBeside = grammar.run.nesting.enter();
        List<Word> alternatives = new ArrayList<>();
        do {
            alternatives.add(alternative());
        } while (in.take('|'));
        if (!in.take(')')) {
            throw ReadingError.missing(")");
        }
        grammar.run.nesting.leave(heightBeside);
        int end = in.position();
        parts.add(new WordPart.ExtendedGlob(operator, alternatives, source.span(start, end)), end);
    }

    /** Reads up to the {@code |} or the bracket that ends an alternative. */
    private Word alternative() {
        Parts parts = new Parts(source, in.position());
        int depth = 0;
        while (true) {
            int c = in.peek();
            if (c == Cursor.END || depth == 0 && (c == '|' || c == ')')) {
                return parts.word();
            }
            if (quotedOrExpanded(parts)) {
                continue;
            }
            if (Chars.startsExtendedGlob(c) && in.peekSecond() == '(') {
                extendedGlob(parts);
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                literal(parts, 1);
            }
        }
    }
}
