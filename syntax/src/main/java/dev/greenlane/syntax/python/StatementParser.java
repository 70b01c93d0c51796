package dev.greenlane.syntax.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads statements and blocks. What fails is a {@link Statement.Unreadable} up to the end of its line. */
final class StatementParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final SimpleStatementParser simple;

    StatementParser(Cursor cursor) {
        this.cursor = cursor;
        this.expressions = new ExpressionParser(cursor);
        this.simple = new SimpleStatementParser(cursor, expressions);
    }

    /** All statements up to the end of the text. */
    List<Statement> module() {
        List<Statement> statements = new ArrayList<>();
        while (!cursor.is(Token.END)) {
            if (!cursor.take(Token.INDENT) && !cursor.take(Token.DEDENT)) {
                line(statements);
            }
        }
        return statements;
    }

    /** The statements behind a colon: on the same line, or a block below it. */
    private List<Statement> body() {
        cursor.expect(Token.COLON);
        cursor.enter();
        List<Statement> statements = new ArrayList<>();
        if (!cursor.take(Token.NEWLINE)) {
            line(statements);
        } else if (cursor.take(Token.INDENT)) {
            block(statements);
        } else {
            statements.add(new Statement.Unreadable("has no block", cursor.spanFrom(cursor.lastEnd())));
        }
        cursor.leave();
        return statements;
    }

    private void block(List<Statement> statements) {
        int further = 0;
        while (!cursor.is(Token.END)) {
            if (cursor.take(Token.INDENT)) {
                further++;
            } else if (cursor.take(Token.DEDENT)) {
                if (further == 0) {
                    break;
                }
                further--;
            } else {
                line(statements);
            }
        }
    }

    /** Reads one logical line, with the blocks that belong to it. */
    private void line(List<Statement> statements) {
        int start = cursor.start();
        int depth = cursor.depth();
        try {
            do {
                if (cursor.is(Token.NEWLINE)) {
                    break;
                }
                start = cursor.start();
                Statement statement = statement();
                statements.add(statement);
                if (isCompound(statement)) {
                    return;
                }
            } while (cursor.take(Token.SEMICOLON));
            if (!cursor.is(Token.NEWLINE) && !cursor.is(Token.END)) {
                Unread unread = cursor.unread("goes on where it should end");
                statements.remove(statements.size() - 1);
                throw unread;
            }
        } catch (Unread e) {
            cursor.restoreDepth(depth);
            cursor.skipLine();
            statements.add(new Statement.Unreadable(e.reason, cursor.spanFrom(start)));
        }
        cursor.take(Token.NEWLINE);
    }

    private static boolean isCompound(Statement statement) {
        return switch (statement) {
            case Statement.If s -> true;
            case Statement.While s -> true;
            case Statement.For s -> true;
            case Statement.With s -> true;
            case Statement.Try s -> true;
            case Statement.Match s -> true;
            case Statement.Function s -> true;
            case Statement.ClassDefinition s -> true;
            default -> false;
        };
    }

    private Statement statement() {
        int start = cursor.start();
        return switch (cursor.kind()) {
            case IF -> conditional(start);
            case WHILE -> loop(start);
            case FOR -> iteration(start);
            case TRY -> attempt(start);
            case WITH -> with(start);
            case DEF -> function(List.of(), start);
            case CLASS -> classDefinition(List.of(), start);
            case AT -> decorated(start);
            case ASYNC -> {
                cursor.next();
                yield statement();
            }
            default -> isMatch() ? match(start) : simple.read();
        };
    }

    private Statement conditional(int start) {
        List<Statement.If.Branch> branches = new ArrayList<>(1);
        do {
            cursor.next();
            Expression test = expressions.expression();
            branches.add(new Statement.If.Branch(test, body()));
        } while (cursor.is(Token.ELIF));
        return new Statement.If(branches, otherwise(), cursor.spanFrom(start));
    }

    private List<Statement> otherwise() {
        return cursor.take(Token.ELSE) ? body() : List.of();
    }

    private Statement loop(int start) {
        cursor.next();
        Expression test = expressions.expression();
        List<Statement> body = body();
        return new Statement.While(test, body, otherwise(), cursor.spanFrom(start));
    }

    private Statement iteration(int start) {
        cursor.next();
        Expression target = expressions.targets();
        cursor.expect(Token.IN);
        Expression iterable = expressions.expressions();
        List<Statement> body = body();
        return new Statement.For(target, iterable, body, otherwise(), cursor.spanFrom(start));
    }

    private Statement attempt(int start) {
        cursor.next();
        List<Statement> body = body();
        List<Statement.Try.Handler> handlers = new ArrayList<>(1);
        while (cursor.take(Token.EXCEPT)) {
            handlers.add(handler());
        }
        List<Statement> otherwise = otherwise();
        List<Statement> last = cursor.take(Token.FINALLY) ? body() : List.of();
        return new Statement.Try(body, handlers, otherwise, last, cursor.spanFrom(start));
    }

    private Statement.Try.Handler handler() {
        cursor.take(Token.STAR);
        Optional<Expression> type = cursor.is(Token.COLON) ? Optional.empty() : Optional.of(expressions.expressions());
        Optional<String> name = cursor.take(Token.AS) ? Optional.of(cursor.name(false)) : Optional.empty();
        return new Statement.Try.Handler(type, name, body());
    }

    private Statement with(int start) {
        cursor.next();
        List<Statement.With.Item> items = new ArrayList<>(1);
        int close = cursor.is(Token.OPEN_ROUND) ? cursor.closesAhead() : -1;
        boolean bracketed = close >= 0 && cursor.kindAhead(close + 1) == Token.COLON;
        if (bracketed) {
            cursor.next();
        }
        do {
            if (bracketed && cursor.is(Token.CLOSE_ROUND)) {
                break;
            }
            items.add(item());
        } while (cursor.take(Token.COMMA));
        if (bracketed) {
            cursor.expect(Token.CLOSE_ROUND);
        }
        return new Statement.With(items, body(), cursor.spanFrom(start));
    }

    private Statement.With.Item item() {
        Expression context = cursor.is(Token.YIELD) ? expressions.yielded() : expressions.starred();
        if (cursor.is(Token.FOR) || cursor.is(Token.ASYNC)) {
            context = expressions.generator(context, context.span().start());
        }
        Optional<Expression> target = cursor.take(Token.AS) ? Optional.of(expressions.operand()) : Optional.empty();
        return new Statement.With.Item(context, target);
    }

    private Statement decorated(int start) {
        List<Expression> decorators = new ArrayList<>(1);
        while (cursor.take(Token.AT)) {
            decorators.add(expressions.expression());
            cursor.expect(Token.NEWLINE);
        }
        cursor.take(Token.ASYNC);
        return cursor.is(Token.CLASS) ? classDefinition(decorators, start) : function(decorators, start);
    }

    private Statement function(List<Expression> decorators, int start) {
        cursor.expect(Token.DEF);
        String name = cursor.name(false);
        typeParameters();
        List<Parameter> parameters = new ParameterParser(cursor, expressions).function();
        if (cursor.take(Token.ARROW)) {
            expressions.expressions();
        }
        return new Statement.Function(name, parameters, body(), decorators, cursor.spanFrom(start));
    }

    private Statement classDefinition(List<Expression> decorators, int start) {
        cursor.expect(Token.CLASS);
        String name = cursor.name(false);
        typeParameters();
        List<Argument> bases = cursor.is(Token.OPEN_ROUND) ? expressions.arguments() : List.of();
        return new Statement.ClassDefinition(name, bases, body(), decorators, cursor.spanFrom(start));
    }

    private void typeParameters() {
        int close = cursor.is(Token.OPEN_SQUARE) ? cursor.closesAhead() : -1;
        for (int i = 0; i <= close; i++) {
            cursor.next();
        }
    }

    /** Whether the line is the head of a match statement: it ends in a colon and a block with cases follows. */
    private boolean isMatch() {
        if (!cursor.isName("match")) {
            return false;
        }
        int ahead = 1;
        while (cursor.kindAhead(ahead) != Token.NEWLINE && cursor.kindAhead(ahead) != Token.END) {
            ahead++;
        }
        return ahead > 2
                && cursor.kindAhead(ahead - 1) == Token.COLON
                && cursor.kindAhead(ahead + 1) == Token.INDENT
                && cursor.source.startsWith("case", cursor.startAhead(ahead + 2));
    }

    private Statement match(int start) {
        cursor.next();
        Expression subject = expressions.expressions();
        cursor.expect(Token.COLON);
        cursor.expect(Token.NEWLINE);
        cursor.expect(Token.INDENT);
        List<Statement.Match.Case> cases = new ArrayList<>();
        while (cursor.isName("case")) {
            cursor.next();
            cases.add(matchCase());
        }
        cursor.expect(Token.DEDENT);
        return new Statement.Match(subject, cases, cursor.spanFrom(start));
    }

    private Statement.Match.Case matchCase() {
        Expression pattern = expressions.patterns();
        Optional<Expression> guard = cursor.take(Token.IF) ? Optional.of(expressions.expression()) : Optional.empty();
        return new Statement.Match.Case(pattern, guard, body());
    }
}
