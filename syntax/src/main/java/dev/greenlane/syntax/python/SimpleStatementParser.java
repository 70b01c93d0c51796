package dev.greenlane.syntax.python;

import dev.greenlane.syntax.Span;
import dev.greenlane.syntax.python.Statement.Alias;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads statements that fit on one line. */
final class SimpleStatementParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;

    SimpleStatementParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Statement read() {
        int start = cursor.start();
        return switch (cursor.kind()) {
            case IMPORT -> imports(start);
            case FROM -> importFrom(start);
            case RETURN -> {
                cursor.next();
                Optional<Expression> value = optional();
                yield new Statement.Return(value, cursor.spanFrom(start));
            }
            case RAISE -> raise(start);
            case ASSERT -> assertion(start);
            case DEL -> delete(start);
            case GLOBAL, NONLOCAL -> outer(start);
            case PASS -> jump(Statement.Jump.Kind.PASS, start);
            case BREAK -> jump(Statement.Jump.Kind.BREAK, start);
            case NOTEBOOK -> {
                String text = cursor.text();
                cursor.next();
                yield new Statement.Notebook(text, cursor.spanFrom(start));
            }
            case CONTINUE -> jump(Statement.Jump.Kind.CONTINUE, start);
            default -> named(start);
        };
    }

    private Statement named(int start) {
        if (cursor.isName("print") && argumentFollows()) {
            return legacyPrint(start);
        }
        if (cursor.isName("exec") && argumentFollows()) {
            return legacyExec(start);
        }
        if (cursor.isName("type") && isTypeAlias()) {
            return typeAlias(start);
        }
        return assignment(start);
    }

    private Optional<Expression> optional() {
        return expressions.begins() ? Optional.of(expressions.expressions()) : Optional.empty();
    }

    private Statement jump(Statement.Jump.Kind kind, int start) {
        cursor.next();
        return new Statement.Jump(kind, cursor.spanFrom(start));
    }

    private Statement imports(int start) {
        cursor.next();
        List<Alias> modules = new ArrayList<>(1);
        do {
            modules.add(alias(dottedName()));
        } while (cursor.take(Token.COMMA));
        return new Statement.Import(modules, cursor.spanFrom(start));
    }

    private Alias alias(String name) {
        return new Alias(name, cursor.take(Token.AS) ? Optional.of(cursor.name(false)) : Optional.empty());
    }

    private String dottedName() {
        String name = cursor.name(true);
        if (!cursor.is(Token.DOT)) {
            return name;
        }
        StringBuilder dotted = new StringBuilder(name);
        while (cursor.take(Token.DOT)) {
            dotted.append('.').append(cursor.name(true));
        }
        return dotted.toString();
    }

    private Statement importFrom(int start) {
        cursor.next();
        int level = 0;
        while (cursor.is(Token.DOT) || cursor.is(Token.ELLIPSIS)) {
            level += cursor.is(Token.DOT) ? 1 : 3;
            cursor.next();
        }
        String module = cursor.is(Token.IMPORT) ? "" : dottedName();
        cursor.expect(Token.IMPORT);
        List<Alias> names = new ArrayList<>(2);
        if (cursor.take(Token.STAR)) {
            names.add(new Alias("*", Optional.empty()));
        } else {
            boolean bracketed = cursor.take(Token.OPEN_ROUND);
            do {
                if (bracketed && cursor.is(Token.CLOSE_ROUND)) {
                    break;
                }
                names.add(alias(cursor.name(true)));
            } while (cursor.take(Token.COMMA));
            if (bracketed) {
                cursor.expect(Token.CLOSE_ROUND);
            }
        }
        return new Statement.ImportFrom(module, level, names, cursor.spanFrom(start));
    }

    private Statement raise(int start) {
        cursor.next();
        Optional<Expression> error = optional();
        Optional<Expression> cause = cursor.take(Token.FROM) ? Optional.of(expressions.expression()) : Optional.empty();
        return new Statement.Raise(error, cause, cursor.spanFrom(start));
    }

    private Statement assertion(int start) {
        cursor.next();
        Expression test = expressions.expression();
        Optional<Expression> message =
                cursor.take(Token.COMMA) ? Optional.of(expressions.expression()) : Optional.empty();
        return new Statement.Assert(test, message, cursor.spanFrom(start));
    }

    private Statement delete(int start) {
        cursor.next();
        Expression targets = expressions.targets();
        List<Expression> list =
                targets instanceof Expression.Sequence sequence ? sequence.elements() : List.of(targets);
        return new Statement.Delete(list, cursor.spanFrom(start));
    }

    private Statement outer(int start) {
        cursor.next();
        List<String> names = new ArrayList<>(1);
        do {
            names.add(cursor.name(false));
        } while (cursor.take(Token.COMMA));
        return new Statement.Outer(names, cursor.spanFrom(start));
    }

    private boolean isTypeAlias() {
        Token behindName = cursor.kindAhead(2);
        return cursor.kindAhead(1) == Token.NAME && (behindName == Token.EQUALS || behindName == Token.OPEN_SQUARE);
    }

    private Statement typeAlias(int start) {
        cursor.next();
        String name = cursor.name(false);
        int close = cursor.is(Token.OPEN_SQUARE) ? cursor.closesAhead() : -1;
        for (int i = 0; i <= close; i++) {
            cursor.next();
        }
        cursor.expect(Token.EQUALS);
        Expression value = expressions.expression();
        return new Statement.TypeAlias(name, value, cursor.spanFrom(start));
    }

    /** Whether the word here is a statement of Python 2: a value follows it directly. */
    private boolean argumentFollows() {
        return switch (cursor.kindAhead(1)) {
            case NAME, NUMBER, STRING, NONE, TRUE, FALSE, OPEN_CURLY -> true;
            default -> false;
        };
    }

    private Statement legacyPrint(int start) {
        Expression function = new Expression.Name(cursor.text(), new Span(start, cursor.end()));
        cursor.next();
        List<Argument> arguments = new ArrayList<>(2);
        do {
            if (!expressions.begins()) {
                break;
            }
            Expression value = expressions.starred();
            arguments.add(new Argument(Argument.Kind.POSITIONAL, Optional.empty(), value, value.span()));
        } while (cursor.take(Token.COMMA));
        Expression call = new Expression.Call(function, arguments, cursor.spanFrom(start));
        return new Statement.Evaluate(call, call.span());
    }

    private Statement legacyExec(int start) {
        Expression function = new Expression.Name(cursor.text(), new Span(start, cursor.end()));
        cursor.next();
        Expression code = expressions.operand();
        if (cursor.take(Token.IN)) {
            expressions.expressions();
        }
        Argument argument = new Argument(Argument.Kind.POSITIONAL, Optional.empty(), code, code.span());
        Expression call = new Expression.Call(function, List.of(argument), cursor.spanFrom(start));
        return new Statement.Evaluate(call, call.span());
    }

    private Statement assignment(int start) {
        Expression first = expressions.expressions();
        if (cursor.is(Token.EQUALS)) {
            return assign(first, start);
        }
        if (cursor.take(Token.COLON)) {
            Expression annotation = expressions.expression();
            Optional<Expression> value =
                    cursor.take(Token.EQUALS) ? Optional.of(expressions.expressions()) : Optional.empty();
            return new Statement.Annotate(first, annotation, value, cursor.spanFrom(start));
        }
        Operator operator = assignmentOperator();
        if (operator != null) {
            cursor.next();
            Expression value = expressions.expressions();
            return new Statement.AssignWith(first, operator, value, cursor.spanFrom(start));
        }
        return new Statement.Evaluate(first, cursor.spanFrom(start));
    }

    private Statement assign(Expression first, int start) {
        List<Expression> targets = new ArrayList<>(1);
        Expression value = first;
        while (cursor.take(Token.EQUALS)) {
            targets.add(value);
            value = expressions.expressions();
        }
        return new Statement.Assign(targets, value, cursor.spanFrom(start));
    }

    private @Nullable Operator assignmentOperator() {
        return switch (cursor.kind()) {
            case PLUS_EQUALS -> Operator.ADD;
            case MINUS_EQUALS -> Operator.SUBTRACT;
            case STAR_EQUALS -> Operator.MULTIPLY;
            case SLASH_EQUALS -> Operator.DIVIDE;
            case DOUBLE_SLASH_EQUALS -> Operator.FLOOR_DIVIDE;
            case PERCENT_EQUALS -> Operator.REMAINDER;
            case AT_EQUALS -> Operator.MATRIX_MULTIPLY;
            case DOUBLE_STAR_EQUALS -> Operator.POWER;
            case BAR_EQUALS -> Operator.BIT_OR;
            case CARET_EQUALS -> Operator.BIT_XOR;
            case AMPERSAND_EQUALS -> Operator.BIT_AND;
            case LEFT_EQUALS -> Operator.SHIFT_LEFT;
            case RIGHT_EQUALS -> Operator.SHIFT_RIGHT;
            default -> null;
        };
    }
}
