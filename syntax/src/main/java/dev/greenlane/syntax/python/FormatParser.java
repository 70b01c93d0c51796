package dev.greenlane.syntax.python;

import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the inside of formatted strings. */
final class FormatParser {

    private final String source;
    private final int depth;

    FormatParser(String source, int depth) {
        this.source = source;
        this.depth = depth;
    }

    /** The parts of a formatted literal. */
    List<TextPart> parts(LiteralParser.Literal literal) {
        StringScanner scanner = new StringScanner(source, literal.start(), literal.end());
        return parts(literal.start(), literal.end(), literal.raw(), scanner);
    }

    private List<TextPart> parts(int start, int end, boolean raw, StringScanner scanner) {
        List<TextPart> parts = new ArrayList<>();
        int plainStart = start;
        StringBuilder plain = new StringBuilder();
        int at = start;
        while (at < end) {
            char c = source.charAt(at);
            if ((c == '{' || c == '}') && at + 1 < end && source.charAt(at + 1) == c) {
                plain.append(c);
                at += 2;
            } else if (c == '{') {
                flush(plain, raw, plainStart, at, parts);
                at = field(at, end, raw, scanner, parts);
                plainStart = at;
            } else if (c == '\\' && at + 1 < end) {
                int named = raw ? -1 : scanner.characterNameEnd(at);
                int next = named >= 0 ? named : at + (StringScanner.escapes(source, at) ? 2 : 1);
                plain.append(source, at, Math.min(next, end));
                at = next;
            } else {
                plain.append(c);
                at++;
            }
        }
        flush(plain, raw, plainStart, end, parts);
        return parts;
    }

    private void flush(StringBuilder plain, boolean raw, int start, int end, List<TextPart> parts) {
        if (!plain.isEmpty()) {
            String text = raw ? plain.toString() : Escapes.resolve(plain.toString(), false);
            parts.add(new TextPart.Plain(text, new Span(start, end)));
            plain.setLength(0);
        }
    }

    /** Reads the field whose brace opens at {@code open} and gives the offset behind it. */
    private int field(int open, int end, boolean raw, StringScanner scanner, List<TextPart> parts) {
        int mark = scanner.expressionEnd(open + 1);
        int close = mark < 0 ? -1 : scanner.fieldEnd(mark);
        if (close < 0) {
            Span span = new Span(open, end);
            parts.add(new TextPart.Field(
                    new Expression.Unreadable("has a field without an end", span),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    span));
            return end;
        }
        Optional<String> echo =
                source.charAt(mark) == '=' ? Optional.of(source.substring(open + 1, mark + 1)) : Optional.empty();
        int at = mark;
        while (source.charAt(at) == '=' || source.charAt(at) == ' ') {
            at++;
        }
        Optional<Character> conversion = Optional.empty();
        if (source.charAt(at) == '!' && at + 1 < close - 1) {
            conversion = Optional.of(source.charAt(at + 1));
        }
        while (source.charAt(at) != ':' && source.charAt(at) != '}') {
            at++;
        }
        List<TextPart> format = source.charAt(at) == ':' ? parts(at + 1, close - 1, raw, scanner) : List.of();
        parts.add(new TextPart.Field(value(open + 1, mark), conversion, format, echo, new Span(open, close)));
        return close;
    }

    private Expression value(int start, int end) {
        Cursor cursor = new Cursor(source, Lexer.expression(source, start, end), depth + 1);
        try {
            Expression value = new ExpressionParser(cursor).expressions();
            if (cursor.is(Token.END)) {
                return value;
            }
            throw cursor.unread("expected '}'");
        } catch (Unread e) {
            return new Expression.Unreadable(e.reason, new Span(start, end));
        }
    }
}
