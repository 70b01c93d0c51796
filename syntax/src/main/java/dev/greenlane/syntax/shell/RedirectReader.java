package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.shell.Redirect.Operator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Redirections. */
final class RedirectReader {
    private final Grammar grammar;
    private final Source source;
    private final Cursor in;

    RedirectReader(Grammar grammar) {
        this.grammar = grammar;
        this.source = grammar.source;
        this.in = grammar.in;
    }

    /** The redirection that starts here, if one does. */
    @Nullable
    Redirect redirect() {
        int c = in.peek();
        int start = in.position();
        String descriptor = null;
        if (Chars.isDigit(c)) {
            descriptor = number();
        } else if (c == '{') {
            descriptor = variable();
            if (descriptor == null) {
                in.moveTo(start);
                return null;
            }
        }
        Operator operator = operator();
        if (operator == null || descriptor != null && isBoth(operator)) {
            in.moveTo(start);
            return null;
        }
        int operatorEnd = in.position();
        in.skipBlanks();
        Word target = target(operator);
        if (target == null) {
            throw ReadingError.of("missing target of `" + operator.text() + "` before " + in.describe());
        }
        int end = in.position();
        Optional<Word> body = switch (operator) {
            case HERE_DOCUMENT -> grammar.hereDocuments.body(operatorEnd - 1, target, end, false);
            case HERE_DOCUMENT_STRIPPED -> grammar.hereDocuments.body(operatorEnd - 1, target, end, true);
            default -> Optional.empty();
        };
        return new Redirect(
                Optional.ofNullable(descriptor),
                operator,
                target,
                body,
                source.span(start, operatorEnd).to(target.span()));
    }

    private @Nullable Word target(Operator operator) {
        boolean duplicates = operator == Operator.DUPLICATE_INPUT || operator == Operator.DUPLICATE_OUTPUT;
        if (duplicates && in.peek() == '-') {
            Parts minus = new Parts(source, in.position());
            grammar.words.literal(minus, 1);
            return minus.word();
        }
        return atNumberedRedirect() ? null : grammar.words.word();
    }

    /** In {@code 1>2>3} the 2 is a descriptor, not a file. */
    private boolean atNumberedRedirect() {
        if (!Chars.isDigit(in.peek())) {
            return false;
        }
        int start = in.position();
        number();
        boolean redirect = operatorHere() != null && in.peek() != '&';
        in.moveTo(start);
        return redirect;
    }

    private static boolean isBoth(Operator operator) {
        return operator == Operator.BOTH || operator == Operator.BOTH_APPEND;
    }

    private String number() {
        StringBuilder digits = new StringBuilder();
        for (int c = in.peek(); Chars.isDigit(c); c = in.peek()) {
            digits.append((char) c);
            in.next();
        }
        return digits.toString();
    }

    /** The name in {@code {name}>}, without the braces; null where none stands here. */
    private @Nullable String variable() {
        in.next();
        String name = in.takeName();
        if (name == null) {
            return null;
        }
        if (in.peek() == '[') {
            int start = in.position();
            int end = start;
            while (in.raw(end) != ']' && in.raw(end) != Cursor.END && !Chars.endsWord(in.raw(end))) {
                end++;
            }
            if (in.raw(end) != ']') {
                return null;
            }
            in.moveTo(end + 1);
            name += source.text().substring(start, end + 1);
        }
        return in.take('}') ? name : null;
    }

    private @Nullable Operator operator() {
        Operator operator = operatorHere();
        if (operator != null) {
            in.next(operator.text().length());
        }
        return operator;
    }

    private @Nullable Operator operatorHere() {
        int second = in.peek() == Cursor.END ? Cursor.END : in.peekSecond();
        return switch (in.peek()) {
            case '<' ->
                switch (second) {
                    case '(' -> null;
                    case '<' ->
                        switch (in.peekThird()) {
                            case '<' -> Operator.HERE_STRING;
                            case '-' -> Operator.HERE_DOCUMENT_STRIPPED;
                            default -> Operator.HERE_DOCUMENT;
                        };
                    case '&' -> Operator.DUPLICATE_INPUT;
                    case '>' -> Operator.READ_WRITE;
                    default -> Operator.INPUT;
                };
            case '>' ->
                switch (second) {
                    case '(' -> null;
                    case '>' -> Operator.APPEND;
                    case '&' -> Operator.DUPLICATE_OUTPUT;
                    case '|' -> Operator.CLOBBER;
                    default -> Operator.OUTPUT;
                };
            case '&' -> second != '>' ? null : in.peekThird() == '>' ? Operator.BOTH_APPEND : Operator.BOTH;
            default -> null;
        };
    }
}
