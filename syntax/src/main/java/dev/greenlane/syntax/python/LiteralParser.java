package dev.greenlane.syntax.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads string literals that stand next to each other. */
final class LiteralParser {

    private final Cursor cursor;

    LiteralParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The literals that stand here, at least one, as one expression. */
    Expression read() {
        int start = cursor.start();
        StringBuilder plain = new StringBuilder();
        List<TextPart> parts = new ArrayList<>(0);
        boolean bytes = false;
        int plainStart = start;
        while (cursor.is(Token.STRING)) {
            Literal literal = Literal.at(cursor.source, cursor.start(), cursor.end());
            bytes |= literal.bytes();
            if (literal.formatted()) {
                flush(plain, plainStart, parts);
                parts.addAll(new FormatParser(cursor.source, cursor.depth()).parts(literal));
                plainStart = cursor.end();
            } else {
                plain.append(literal.text(cursor.source));
            }
            cursor.next();
        }
        if (parts.isEmpty()) {
            return bytes
                    ? new Expression.BytesLiteral(plain.toString(), cursor.spanFrom(start))
                    : new Expression.StringLiteral(plain.toString(), cursor.spanFrom(start));
        }
        flush(plain, plainStart, parts);
        return new Expression.FormattedString(parts, cursor.spanFrom(start));
    }

    private void flush(StringBuilder plain, int start, List<TextPart> parts) {
        if (!plain.isEmpty()) {
            parts.add(new TextPart.Plain(plain.toString(), cursor.spanFrom(start)));
            plain.setLength(0);
        }
    }

    /**
     * One literal, its prefix and quotes taken apart.
     *
     * @param start offset behind the opening quotes
     * @param end offset of the closing quotes
     */
    record Literal(boolean raw, boolean bytes, boolean formatted, int start, int end) {

        static Literal at(String source, int start, int end) {
            int quote = start;
            while (source.charAt(quote) != '"' && source.charAt(quote) != '\'') {
                quote++;
            }
            String prefix = source.substring(start, quote).toLowerCase(Locale.ROOT);
            char c = source.charAt(quote);
            boolean triple = end - quote >= 6 && source.charAt(quote + 1) == c && source.charAt(quote + 2) == c;
            int width = triple ? 3 : 1;
            return new Literal(
                    prefix.indexOf('r') >= 0,
                    prefix.indexOf('b') >= 0,
                    prefix.indexOf('f') >= 0 || prefix.indexOf('t') >= 0,
                    quote + width,
                    end - width);
        }

        String text(String source) {
            String text = source.substring(start, end);
            return raw ? text : Escapes.resolve(text, bytes);
        }
    }
}
