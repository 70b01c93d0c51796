package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import dev.greenlane.syntax.shell.ArithmeticReader.Piece;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One arithmetic expression, whose expansions are read already. A null means that the text is no expression. */
final class ExpressionReader {
    private static final int COMMA = 1;
    private static final int ASSIGNMENT = 2;
    private static final int CHOICE = 3;
    private static final int POWER = 14;

    private final Source source;
    private final Nesting nesting;
    private final Cursor in;
    private final int start;
    private final int end;
    private final List<Piece> pieces;
    private int nextPiece;

    ExpressionReader(Source source, Nesting nesting, int start, int end, List<Piece> pieces) {
        this.source = source;
        this.nesting = nesting;
        this.start = start;
        this.end = end;
        this.pieces = pieces;
        this.in = new Cursor(source.text());
        in.moveTo(start);
        in.limitTo(end);
    }

    /** The expression; absent where there is none; one operand where the text cannot be read as one. */
    Optional<Arithmetic> read() {
        skipBlanks();
        if (in.peek() == Cursor.END) {
            return Optional.empty();
        }
        int depth = nesting.depth();
        int height = nesting.height();
        Arithmetic expression;
        try {
            expression = binary(COMMA);
        } catch (ReadingError error) {
            expression = null;
        }
        skipBlanks();
        if (expression == null || in.peek() != Cursor.END) {
            nesting.restore(depth, height);
            expression = whole();
        }
        return Optional.of(expression);
    }

    private Arithmetic whole() {
        Parts parts = new Parts(source, start);
        int position = start;
        for (Piece piece : pieces) {
            parts.literal(position, piece.start());
            parts.add(piece.part(), piece.end());
            position = piece.end();
        }
        parts.literal(position, end);
        Word word = parts.word();
        return new Arithmetic.Operand(word, word.span());
    }

    private @Nullable Arithmetic binary(int weakest) {
        int heightBeside = nesting.openChain();
        Arithmetic left = unary();
        while (left != null) {
            skipBlanks();
            String operator = operator();
            int strength = strength(operator);
            if (strength < weakest) {
                break;
            }
            in.next(operator.length());
            left = strength == CHOICE ? choice(left) : joined(operator, strength, left);
            nesting.link();
        }
        nesting.closeChain(heightBeside);
        return left;
    }

    private @Nullable Arithmetic joined(String operator, int strength, Arithmetic left) {
        boolean leansRight = strength == ASSIGNMENT || strength == POWER;
        Arithmetic right;
        if (leansRight) {
            int heightBeside = nesting.enter();
            right = binary(strength);
            nesting.leave(heightBeside);
        } else {
            right = binary(strength + 1);
        }
        return right == null
                ? null
                : new Arithmetic.Binary(operator, left, right, left.span().to(right.span()));
    }

    private @Nullable Arithmetic choice(Arithmetic test) {
        int heightBeside = nesting.enter();
        Arithmetic yes = binary(COMMA);
        skipBlanks();
        if (yes == null || !in.take(':')) {
            return null;
        }
        Arithmetic no = binary(CHOICE);
        nesting.leave(heightBeside);
        return no == null
                ? null
                : new Arithmetic.Choice(test, yes, no, test.span().to(no.span()));
    }

    private @Nullable Arithmetic unary() {
        skipBlanks();
        int from = in.position();
        String operator = prefixOperator();
        if (operator.isEmpty()) {
            return postfix();
        }
        in.next(operator.length());
        int heightBeside = nesting.enter();
        Arithmetic operand = unary();
        nesting.leave(heightBeside);
        return operand == null
                ? null
                : new Arithmetic.Unary(
                        operator, operand, false, source.span(from, from + 1).to(operand.span()));
    }

    private String prefixOperator() {
        if (atPiece()) {
            return "";
        }
        int c = in.peek();
        return switch (c) {
            case '+', '-' -> in.peekSecond() == c ? Character.toString(c).repeat(2) : Character.toString(c);
            case '!', '~' -> Character.toString(c);
            default -> "";
        };
    }

    private @Nullable Arithmetic postfix() {
        Arithmetic operand = !atPiece() && in.peek() == '(' ? parenthesised() : operand();
        if (operand == null) {
            return null;
        }
        skipBlanks();
        if (!atPiece() && (in.peek() == '+' || in.peek() == '-') && in.peekSecond() == in.peek()) {
            String operator = Character.toString(in.peek()).repeat(2);
            in.next(2);
            Span span = operand.span().to(source.span(in.position(), in.position()));
            return new Arithmetic.Unary(operator, operand, true, span);
        }
        return operand;
    }

    private @Nullable Arithmetic parenthesised() {
        int from = in.position();
        in.next();
        int heightBeside = nesting.enter();
        Arithmetic inner = binary(COMMA);
        nesting.leave(heightBeside);
        skipBlanks();
        if (inner == null || atPiece() || !in.take(')')) {
            return null;
        }
        return new Arithmetic.Parenthesised(inner, source.span(from, in.position()));
    }

    private @Nullable Arithmetic operand() {
        in.peek();
        Parts parts = new Parts(source, in.position());
        int subscripts = 0;
        while (true) {
            boolean piece = atPiece();
            int c = in.peek();
            if (piece) {
                Piece next = pieces.get(nextPiece);
                parts.add(next.part(), next.end());
                in.moveTo(next.end());
                nextPiece++;
            } else if (c != Cursor.END && (subscripts > 0 || isOperand(c) || c == '[' && !parts.isEmpty())) {
                subscripts += c == '[' ? 1 : c == ']' ? -1 : 0;
                parts.literal(in.position(), in.position() + 1);
                in.next();
            } else {
                break;
            }
        }
        if (parts.isEmpty() || subscripts > 0) {
            return null;
        }
        Word word = parts.word();
        return new Arithmetic.Operand(word, word.span());
    }

    private static boolean isOperand(int c) {
        return Chars.isName(c) || c == '#' || c == '@' || c == '.' || c > 127;
    }

    /** Whether a quoted or expanded piece stands here. */
    private boolean atPiece() {
        in.peek();
        return nextPiece < pieces.size() && pieces.get(nextPiece).start() == in.position();
    }

    private void skipBlanks() {
        while (!atPiece() && (Chars.isBlank(in.peek()) || in.peek() == '\n' || in.peek() == '\r')) {
            in.next();
        }
    }

    /** The binary operator that stands here, or nothing. */
    private String operator() {
        if (atPiece()) {
            return "";
        }
        int first = in.peek();
        int second = in.peekSecond();
        int third = in.peekThird();
        String one = first == Cursor.END ? "" : Character.toString(first);
        return switch (first) {
            case '*' -> second == '*' ? "**" : one + (second == '=' ? "=" : "");
            case '/', '%', '^' -> second == '=' ? one + "=" : one;
            case '+', '-' -> second == '=' ? one + "=" : one;
            case '<', '>' -> second == first ? one + one + (third == '=' ? "=" : "") : one + (second == '=' ? "=" : "");
            case '&', '|' -> second == first ? one + one : one + (second == '=' ? "=" : "");
            case '=' -> second == '=' ? "==" : "=";
            case '!' -> second == '=' ? "!=" : "";
            case '?', ',' -> one;
            default -> "";
        };
    }

    private static int strength(String operator) {
        return switch (operator) {
            case "," -> COMMA;
            case "=", "*=", "/=", "%=", "+=", "-=", "<<=", ">>=", "&=", "^=", "|=" -> ASSIGNMENT;
            case "?" -> CHOICE;
            case "||" -> 4;
            case "&&" -> 5;
            case "|" -> 6;
            case "^" -> 7;
            case "&" -> 8;
            case "==", "!=" -> 9;
            case "<", ">", "<=", ">=" -> 10;
            case "<<", ">>" -> 11;
            case "+", "-" -> 12;
            case "*", "/", "%" -> 13;
            case "**" -> POWER;
            default -> 0;
        };
    }
}
