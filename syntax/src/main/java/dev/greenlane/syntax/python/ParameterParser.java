package dev.greenlane.syntax.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the parameters of functions and lambdas. */
final class ParameterParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;

    ParameterParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** Up to the colon of a lambda, which stays. */
    List<Parameter> lambda() {
        return parameters(Token.COLON, false);
    }

    /** The parameters of a function with their brackets. */
    List<Parameter> function() {
        cursor.expect(Token.OPEN_ROUND);
        List<Parameter> parameters = parameters(Token.CLOSE_ROUND, true);
        cursor.expect(Token.CLOSE_ROUND);
        return parameters;
    }

    private List<Parameter> parameters(Token close, boolean annotated) {
        List<Parameter> parameters = new ArrayList<>(4);
        boolean named = false;
        while (!cursor.is(close)) {
            int start = cursor.start();
            Parameter.Kind kind = named ? Parameter.Kind.NAMED : Parameter.Kind.PLAIN;
            if (cursor.take(Token.SLASH)) {
                if (!cursor.take(Token.COMMA)) {
                    break;
                }
                continue;
            }
            if (cursor.take(Token.STAR)) {
                named = true;
                kind = Parameter.Kind.REST;
                if (cursor.take(Token.COMMA)) {
                    continue;
                }
            } else if (cursor.take(Token.DOUBLE_STAR)) {
                kind = Parameter.Kind.REST_NAMED;
            }
            parameters.add(parameter(kind, annotated, start));
            if (!cursor.take(Token.COMMA)) {
                break;
            }
        }
        return parameters;
    }

    private Parameter parameter(Parameter.Kind kind, boolean annotated, int start) {
        String name = cursor.name(false);
        if (annotated && cursor.take(Token.COLON)) {
            expressions.starred();
        }
        Optional<Expression> standard =
                cursor.take(Token.EQUALS) ? Optional.of(expressions.expression()) : Optional.empty();
        return new Parameter(kind, name, standard, cursor.spanFrom(start));
    }
}
