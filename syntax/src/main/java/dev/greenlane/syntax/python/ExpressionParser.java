package dev.greenlane.syntax.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads expressions, by precedence. What fails inside brackets is an {@link Expression.Unreadable} in its place. */
final class ExpressionParser {

    private static final int NOT_LEVEL = 3;
    private static final int COMPARE_LEVEL = 4;
    private static final int BIT_OR_LEVEL = 5;

    private final Cursor cursor;
    /** Whether patterns are read: they may have names behind {@code as}, and an {@code if} behind them is not theirs. */
    private boolean patterns;

    ExpressionParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** {@code value}, {@code value if test else value}, {@code lambda: value}, {@code name := value}. */
    Expression expression() {
        cursor.enter();
        int start = cursor.start();
        Expression result;
        if (cursor.is(Token.LAMBDA)) {
            result = lambda();
        } else {
            result = binary(1);
            if (patterns) {
                result = pattern(result, start);
            } else if (cursor.is(Token.IF)) {
                result = conditional(result, start);
            } else if (cursor.take(Token.WALRUS)) {
                Expression value = expression();
                result = new Expression.Named(result, value, cursor.spanFrom(start));
            }
        }
        cursor.leave();
        return result;
    }

    private Expression subscript() {
        int start = cursor.start();
        cursor.expect(Token.OPEN_SQUARE);
        List<Expression> indexes = new ArrayList<>(1);
        boolean comma = false;
        while (!cursor.is(Token.CLOSE_SQUARE)) {
            indexes.add(recovering(this::index));
            if (!cursor.take(Token.COMMA)) {
                break;
            }
            comma = true;
        }
        cursor.expect(Token.CLOSE_SQUARE);
        return indexes.size() == 1 && !comma
                ? indexes.get(0)
                : new Expression.Sequence(Expression.Sequence.Kind.TUPLE, indexes, cursor.spanFrom(start));
    }

    private Expression index() {
        int start = cursor.start();
        Optional<Expression> lower = cursor.is(Token.COLON) ? Optional.empty() : Optional.of(starred());
        if (!cursor.take(Token.COLON)) {
            return lower.orElseThrow();
        }
        Optional<Expression> upper = bound();
        Optional<Expression> step = cursor.take(Token.COLON) ? bound() : Optional.empty();
        return new Expression.Slice(lower, upper, step, cursor.spanFrom(start));
    }

    private Optional<Expression> bound() {
        return cursor.is(Token.COLON) || cursor.is(Token.COMMA) || cursor.is(Token.CLOSE_SQUARE)
                ? Optional.empty()
                : Optional.of(expression());
    }

    /** Expressions with commas between them: a tuple where there is a comma. May hold stars and begin with yield. */
    Expression expressions() {
        if (cursor.is(Token.YIELD)) {
            return yielded();
        }
        return tuple(this::starred);
    }

    /** The patterns of a case. */
    Expression patterns() {
        patterns = true;
        try {
            return expressions();
        } finally {
            patterns = false;
        }
    }

    private Expression pattern(Expression pattern, int start) {
        if (!cursor.take(Token.AS)) {
            return pattern;
        }
        Expression name = primary();
        return new Expression.Named(name, pattern, cursor.spanFrom(start));
    }

    /** What can be assigned to in a {@code for} or {@code del}: expressions without comparisons. */
    Expression targets() {
        return tuple(() -> {
            int start = cursor.start();
            if (cursor.take(Token.STAR)) {
                Expression value = binary(BIT_OR_LEVEL);
                return new Expression.Starred(value, cursor.spanFrom(start));
            }
            return binary(BIT_OR_LEVEL);
        });
    }

    /** A value without comparison, {@code and}, {@code or} and {@code if}. */
    Expression operand() {
        return binary(BIT_OR_LEVEL);
    }

    /** Whether an expression can begin with the token that stands here. */
    boolean begins() {
        return switch (cursor.kind()) {
            case NAME,
                    NUMBER,
                    STRING,
                    NONE,
                    TRUE,
                    FALSE,
                    ELLIPSIS,
                    OPEN_ROUND,
                    OPEN_SQUARE,
                    OPEN_CURLY,
                    MINUS,
                    PLUS,
                    TILDE,
                    NOT,
                    LAMBDA,
                    AWAIT,
                    STAR,
                    YIELD -> true;
            default -> false;
        };
    }

    /** {@code *value} or a value. */
    Expression starred() {
        int start = cursor.start();
        if (cursor.take(Token.STAR)) {
            Expression value = binary(BIT_OR_LEVEL);
            return new Expression.Starred(value, cursor.spanFrom(start));
        }
        return expression();
    }

    private Expression tuple(Supplier<Expression> element) {
        int start = cursor.start();
        Expression first = element.get();
        if (!cursor.is(Token.COMMA)) {
            return first;
        }
        List<Expression> elements = new ArrayList<>();
        elements.add(first);
        while (cursor.take(Token.COMMA)) {
            if (!begins()) {
                break;
            }
            elements.add(element.get());
        }
        return new Expression.Sequence(Expression.Sequence.Kind.TUPLE, elements, cursor.spanFrom(start));
    }

    private Expression conditional(Expression then, int start) {
        cursor.next();
        Expression test = binary(1);
        cursor.expect(Token.ELSE);
        Expression otherwise = expression();
        return new Expression.Conditional(test, then, otherwise, cursor.spanFrom(start));
    }

    private Expression lambda() {
        int start = cursor.start();
        cursor.next();
        List<Parameter> parameters = new ParameterParser(cursor, this).lambda();
        cursor.expect(Token.COLON);
        Expression body = cursor.is(Token.YIELD) ? yielded() : expression();
        return new Expression.Lambda(parameters, body, cursor.spanFrom(start));
    }

    Expression yielded() {
        int start = cursor.start();
        cursor.expect(Token.YIELD);
        boolean from = cursor.take(Token.FROM);
        Optional<Expression> value = begins() ? Optional.of(expressions()) : Optional.empty();
        return new Expression.Yield(value, from, cursor.spanFrom(start));
    }

    private Expression binary(int level) {
        int start = cursor.start();
        Expression left = level <= NOT_LEVEL && cursor.is(Token.NOT) ? not() : factor();
        while (true) {
            Operator operator = operator();
            if (operator == null || level(operator) < level) {
                return left;
            }
            if (level(operator) == COMPARE_LEVEL) {
                left = comparison(left, start);
                continue;
            }
            cursor.next();
            Expression right = binary(level(operator) + 1);
            left = new Expression.Binary(left, operator, right, cursor.spanFrom(start));
        }
    }

    private Expression not() {
        cursor.enter();
        int start = cursor.start();
        cursor.next();
        Expression operand = binary(NOT_LEVEL);
        cursor.leave();
        return new Expression.Unary(Operator.NOT, operand, cursor.spanFrom(start));
    }

    private Expression comparison(Expression first, int start) {
        List<Expression> operands = new ArrayList<>(2);
        List<Operator> operators = new ArrayList<>(1);
        operands.add(first);
        Operator operator = operator();
        while (operator != null && level(operator) == COMPARE_LEVEL) {
            cursor.next();
            if (operator == Operator.NOT_IN || operator == Operator.IS_NOT) {
                cursor.next();
            }
            operators.add(operator);
            operands.add(binary(BIT_OR_LEVEL));
            operator = operator();
        }
        return new Expression.Compare(operands, operators, cursor.spanFrom(start));
    }

    private @Nullable Operator operator() {
        return switch (cursor.kind()) {
            case OR -> Operator.OR;
            case AND -> Operator.AND;
            case IN -> Operator.IN;
            case NOT -> cursor.kindAhead(1) == Token.IN ? Operator.NOT_IN : null;
            case IS -> cursor.kindAhead(1) == Token.NOT ? Operator.IS_NOT : Operator.IS;
            case LESS -> Operator.LESS;
            case LESS_EQUALS -> Operator.LESS_EQUAL;
            case GREATER -> Operator.GREATER;
            case GREATER_EQUALS -> Operator.GREATER_EQUAL;
            case DOUBLE_EQUALS -> Operator.EQUAL;
            case NOT_EQUALS -> Operator.NOT_EQUAL;
            case BAR -> Operator.BIT_OR;
            case CARET -> Operator.BIT_XOR;
            case AMPERSAND -> Operator.BIT_AND;
            case LEFT -> Operator.SHIFT_LEFT;
            case RIGHT -> Operator.SHIFT_RIGHT;
            case PLUS -> Operator.ADD;
            case MINUS -> Operator.SUBTRACT;
            case STAR -> Operator.MULTIPLY;
            case SLASH -> Operator.DIVIDE;
            case DOUBLE_SLASH -> Operator.FLOOR_DIVIDE;
            case PERCENT -> Operator.REMAINDER;
            case AT -> Operator.MATRIX_MULTIPLY;
            default -> null;
        };
    }

    private static int level(Operator operator) {
        return switch (operator) {
            case OR -> 1;
            case AND -> 2;
            case NOT -> NOT_LEVEL;
            case IN, NOT_IN, IS, IS_NOT, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, EQUAL, NOT_EQUAL -> COMPARE_LEVEL;
            case BIT_OR -> BIT_OR_LEVEL;
            case BIT_XOR -> 6;
            case BIT_AND -> 7;
            case SHIFT_LEFT, SHIFT_RIGHT -> 8;
            case ADD, SUBTRACT -> 9;
            case MULTIPLY, DIVIDE, FLOOR_DIVIDE, REMAINDER, MATRIX_MULTIPLY -> 10;
            case INVERT, POWER -> 11;
        };
    }

    private Expression factor() {
        int start = cursor.start();
        Operator sign = switch (cursor.kind()) {
            case MINUS -> Operator.SUBTRACT;
            case PLUS -> Operator.ADD;
            case TILDE -> Operator.INVERT;
            default -> null;
        };
        if (sign != null) {
            cursor.next();
            Expression operand = nestedFactor();
            return new Expression.Unary(sign, operand, cursor.spanFrom(start));
        }
        boolean awaited = cursor.take(Token.AWAIT);
        Expression base = primary();
        if (awaited) {
            base = new Expression.Await(base, cursor.spanFrom(start));
        }
        if (cursor.take(Token.DOUBLE_STAR)) {
            Expression exponent = nestedFactor();
            return new Expression.Binary(base, Operator.POWER, exponent, cursor.spanFrom(start));
        }
        return base;
    }

    private Expression nestedFactor() {
        cursor.enter();
        Expression result = factor();
        cursor.leave();
        return result;
    }

    private Expression primary() {
        int start = cursor.start();
        Expression result = atom();
        while (true) {
            switch (cursor.kind()) {
                case DOT -> {
                    cursor.next();
                    String name = cursor.name(true);
                    result = new Expression.Attribute(result, name, cursor.spanFrom(start));
                }
                case OPEN_ROUND -> {
                    List<Argument> arguments = arguments();
                    result = new Expression.Call(result, arguments, cursor.spanFrom(start));
                }
                case OPEN_SQUARE -> {
                    Expression index = subscript();
                    result = new Expression.Subscript(result, index, cursor.spanFrom(start));
                }
                default -> {
                    return result;
                }
            }
        }
    }

    private Expression atom() {
        int start = cursor.start();
        return switch (cursor.kind()) {
            case NAME -> {
                String id = cursor.text();
                cursor.next();
                yield new Expression.Name(id, cursor.spanFrom(start));
            }
            case NUMBER -> {
                String text = cursor.text();
                cursor.next();
                yield new Expression.NumberLiteral(text, cursor.spanFrom(start));
            }
            case STRING -> new LiteralParser(cursor).read();
            case NONE -> constant(Expression.Constant.Word.NONE);
            case TRUE -> constant(Expression.Constant.Word.TRUE);
            case FALSE -> constant(Expression.Constant.Word.FALSE);
            case ELLIPSIS -> constant(Expression.Constant.Word.ELLIPSIS);
            case OPEN_ROUND -> round();
            case OPEN_SQUARE -> square();
            case OPEN_CURLY -> curly();
            default -> throw cursor.unread("expected a value");
        };
    }

    private Expression constant(Expression.Constant.Word word) {
        int start = cursor.start();
        cursor.next();
        return new Expression.Constant(word, cursor.spanFrom(start));
    }

    private Expression round() {
        int start = cursor.start();
        cursor.next();
        if (cursor.take(Token.CLOSE_ROUND)) {
            return new Expression.Sequence(Expression.Sequence.Kind.TUPLE, List.of(), cursor.spanFrom(start));
        }
        Expression first = element();
        if (clauseFollows()) {
            return comprehension(
                    Expression.Comprehension.Kind.GENERATOR, first, Optional.empty(), Token.CLOSE_ROUND, start);
        }
        if (!(first instanceof Expression.Starred) && cursor.take(Token.CLOSE_ROUND)) {
            return first;
        }
        List<Expression> elements = elements(first, Token.CLOSE_ROUND);
        return new Expression.Sequence(Expression.Sequence.Kind.TUPLE, elements, cursor.spanFrom(start));
    }

    private Expression square() {
        int start = cursor.start();
        cursor.next();
        if (cursor.take(Token.CLOSE_SQUARE)) {
            return new Expression.Sequence(Expression.Sequence.Kind.LIST, List.of(), cursor.spanFrom(start));
        }
        Expression first = element();
        if (clauseFollows()) {
            return comprehension(
                    Expression.Comprehension.Kind.LIST, first, Optional.empty(), Token.CLOSE_SQUARE, start);
        }
        List<Expression> elements = elements(first, Token.CLOSE_SQUARE);
        return new Expression.Sequence(Expression.Sequence.Kind.LIST, elements, cursor.spanFrom(start));
    }

    private Expression curly() {
        int start = cursor.start();
        cursor.next();
        if (cursor.take(Token.CLOSE_CURLY)) {
            return new Expression.Dictionary(List.of(), cursor.spanFrom(start));
        }
        if (cursor.is(Token.DOUBLE_STAR)) {
            return dictionary(new ArrayList<>(), start);
        }
        Expression first = element();
        if (cursor.take(Token.COLON)) {
            Expression value = element();
            if (clauseFollows()) {
                return comprehension(
                        Expression.Comprehension.Kind.DICTIONARY, first, Optional.of(value), Token.CLOSE_CURLY, start);
            }
            List<Expression.Dictionary.Entry> entries = new ArrayList<>();
            entries.add(new Expression.Dictionary.Entry(Optional.of(first), value));
            return dictionary(entries, start);
        }
        if (clauseFollows()) {
            return comprehension(Expression.Comprehension.Kind.SET, first, Optional.empty(), Token.CLOSE_CURLY, start);
        }
        List<Expression> elements = elements(first, Token.CLOSE_CURLY);
        return new Expression.Sequence(Expression.Sequence.Kind.SET, elements, cursor.spanFrom(start));
    }

    /** Reads on behind the entries read so far. */
    private Expression dictionary(List<Expression.Dictionary.Entry> entries, int start) {
        while (entries.isEmpty() || cursor.take(Token.COMMA)) {
            if (cursor.is(Token.CLOSE_CURLY)) {
                break;
            }
            if (cursor.take(Token.DOUBLE_STAR)) {
                entries.add(new Expression.Dictionary.Entry(Optional.empty(), recovering(this::operand)));
                continue;
            }
            Expression key = element();
            Expression value = cursor.take(Token.COLON) ? element() : key;
            entries.add(new Expression.Dictionary.Entry(Optional.of(key), value));
        }
        cursor.expect(Token.CLOSE_CURLY);
        return new Expression.Dictionary(entries, cursor.spanFrom(start));
    }

    private List<Expression> elements(Expression first, Token close) {
        List<Expression> elements = new ArrayList<>();
        elements.add(first);
        while (cursor.take(Token.COMMA) && !cursor.is(close)) {
            elements.add(element());
        }
        cursor.expect(close);
        return elements;
    }

    private Expression element() {
        return recovering(() -> cursor.is(Token.YIELD) ? yielded() : starred());
    }

    /** What {@code reader} reads, or something unreadable up to the next comma or closing bracket. */
    private Expression recovering(Supplier<Expression> reader) {
        int start = cursor.start();
        int depth = cursor.depth();
        try {
            Expression element = reader.get();
            if (endsElement()) {
                return element;
            }
            throw cursor.unread("expected ','");
        } catch (Unread e) {
            if (e.wholeLine) {
                throw e;
            }
            cursor.restoreDepth(depth);
            cursor.skipElement(e.reason);
            return new Expression.Unreadable(e.reason, cursor.spanFrom(start));
        }
    }

    private boolean endsElement() {
        return switch (cursor.kind()) {
            case COMMA, COLON, CLOSE_ROUND, CLOSE_SQUARE, CLOSE_CURLY, FOR, ASYNC, NEWLINE, END -> true;
            default -> false;
        };
    }

    private boolean clauseFollows() {
        return cursor.is(Token.FOR) || cursor.is(Token.ASYNC);
    }

    private Expression comprehension(
            Expression.Comprehension.Kind kind,
            Expression element,
            Optional<Expression> value,
            Token close,
            int start) {
        List<Expression.Comprehension.Clause> clauses = clauses();
        cursor.expect(close);
        return new Expression.Comprehension(kind, element, value, clauses, cursor.spanFrom(start));
    }

    /** A generator without brackets of its own, as the only argument of a call. */
    Expression generator(Expression element, int start) {
        List<Expression.Comprehension.Clause> clauses = clauses();
        return new Expression.Comprehension(
                Expression.Comprehension.Kind.GENERATOR, element, Optional.empty(), clauses, cursor.spanFrom(start));
    }

    private List<Expression.Comprehension.Clause> clauses() {
        List<Expression.Comprehension.Clause> clauses = new ArrayList<>(1);
        while (clauseFollows()) {
            cursor.take(Token.ASYNC);
            cursor.expect(Token.FOR);
            Expression target = targets();
            cursor.expect(Token.IN);
            Expression iterable = iterable();
            List<Expression> conditions = new ArrayList<>();
            while (cursor.take(Token.IF)) {
                conditions.add(condition());
            }
            clauses.add(new Expression.Comprehension.Clause(target, iterable, conditions));
        }
        return clauses;
    }

    /** What a clause goes over: no {@code if} behind it, which would be the clause's condition. */
    private Expression iterable() {
        return cursor.is(Token.LAMBDA) ? expression() : binary(1);
    }

    private Expression condition() {
        int start = cursor.start();
        Expression test = iterable();
        if (cursor.take(Token.WALRUS)) {
            Expression value = binary(1);
            return new Expression.Named(test, value, cursor.spanFrom(start));
        }
        return test;
    }

    /** The arguments of a call or the bases of a class, with their brackets. */
    List<Argument> arguments() {
        cursor.expect(Token.OPEN_ROUND);
        List<Argument> arguments = new ArrayList<>(2);
        while (!cursor.is(Token.CLOSE_ROUND)) {
            arguments.add(argument());
            if (!cursor.take(Token.COMMA)) {
                break;
            }
        }
        cursor.expect(Token.CLOSE_ROUND);
        return arguments;
    }

    private Argument argument() {
        int start = cursor.start();
        if (cursor.take(Token.STAR)) {
            return argument(Argument.Kind.SPREAD, Optional.empty(), recovering(this::expression), start);
        }
        if (cursor.take(Token.DOUBLE_STAR)) {
            return argument(Argument.Kind.SPREAD_NAMED, Optional.empty(), recovering(this::expression), start);
        }
        if (cursor.kindAhead(1) == Token.EQUALS && cursor.isWord()) {
            Optional<String> keyword = Optional.of(cursor.text());
            cursor.next();
            cursor.next();
            return argument(Argument.Kind.NAMED, keyword, recovering(this::expression), start);
        }
        Expression value = element();
        if (!clauseFollows()) {
            return argument(Argument.Kind.POSITIONAL, Optional.empty(), value, start);
        }
        return argument(Argument.Kind.POSITIONAL, Optional.empty(), generator(value, start), start);
    }

    private Argument argument(Argument.Kind kind, Optional<String> keyword, Expression value, int start) {
        return new Argument(kind, keyword, value, cursor.spanFrom(start));
    }
}
