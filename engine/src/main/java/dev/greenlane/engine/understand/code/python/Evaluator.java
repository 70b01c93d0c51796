package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.understand.code.StandIns;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.python.Argument;
import dev.greenlane.syntax.python.Expression;
import dev.greenlane.syntax.python.Operator;
import dev.greenlane.syntax.python.TextPart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows expressions: does what they do, in order, and gives what they are. */
final class Evaluator {

    private static final int DEEPEST = 400;

    private final Interpreter interpreter;
    private final StandIns standIns;
    private int depth;

    Evaluator(Interpreter interpreter, StandIns standIns) {
        this.interpreter = interpreter;
        this.standIns = standIns;
    }

    Thing evaluate(Expression expression) {
        if (depth >= DEEPEST) {
            interpreter.report().notUnderstood("code", "is nested too deeply to follow");
            return Things.unknown("value", "is nested too deeply to follow");
        }
        depth++;
        try {
            return switch (expression) {
                case Expression.Name name -> name(name);
                case Expression.StringLiteral literal -> Things.text(standIns.decode(literal.text()));
                case Expression.BytesLiteral literal ->
                    Things.text(standIns.decode(literal.text()), true, Origins.NONE);
                case Expression.FormattedString string -> formatted(string);
                case Expression.NumberLiteral number -> Numbers.literal(number.text());
                case Expression.Constant constant -> constant(constant);
                case Expression.Attribute attribute ->
                    interpreter.attribute(
                            evaluate(attribute.object()), attribute.name(), interpreter.excerpt(attribute.span()));
                case Expression.Subscript subscript -> subscript(subscript);
                case Expression.Slice slice -> Things.unknown("slice", "is computed");
                case Expression.Call call -> interpreter.calls().call(call);
                case Expression.Binary binary -> binary(binary);
                case Expression.Unary unary -> unary(unary);
                case Expression.Compare compare -> compare(compare);
                case Expression.Conditional conditional -> conditional(conditional);
                case Expression.Lambda lambda -> interpreter.define(lambda);
                case Expression.Named named -> {
                    Thing value = evaluate(named.value());
                    interpreter.assign(named.target(), value);
                    yield value;
                }
                case Expression.Starred starred -> evaluate(starred.value());
                case Expression.Sequence sequence -> sequence(sequence);
                case Expression.Dictionary dictionary -> dictionary(dictionary);
                case Expression.Comprehension comprehension -> comprehension(comprehension);
                case Expression.Await await -> evaluate(await.value());
                case Expression.Yield yielded -> {
                    yielded.value()
                            .map(this::evaluate)
                            .ifPresent(interpreter.frame().yielded()::add);
                    yield Things.unknown("yield", "is computed");
                }
                case Expression.Unreadable unreadable -> {
                    interpreter.unreadable(unreadable.span(), unreadable.reason());
                    yield Things.unknown("code", "could not be read");
                }
            };
        } finally {
            depth--;
        }
    }

    private Thing name(Expression.Name name) {
        Optional<Thing> found = interpreter.frame().scope().find(name.id());
        if (found.isPresent()) {
            return found.get();
        }
        Value value = standIns.decode(name.id());
        return value.hole()
                .<Thing>map(hole -> Things.unknown(hole.name(), hole.reason()))
                .orElseGet(() -> interpreter.global(name.id()));
    }

    private static Thing constant(Expression.Constant constant) {
        return switch (constant.word()) {
            case NONE, ELLIPSIS -> Thing.NONE;
            case TRUE -> Things.truth(true);
            case FALSE -> Things.truth(false);
        };
    }

    private Thing formatted(Expression.FormattedString string) {
        List<Thing> parts = new ArrayList<>(string.parts().size());
        for (TextPart part : string.parts()) {
            switch (part) {
                case TextPart.Plain plain -> parts.add(Things.text(standIns.decode(plain.text())));
                case TextPart.Field field -> {
                    field.echo().ifPresent(echo -> parts.add(Things.text(echo)));
                    parts.add(evaluate(field.value()));
                    field.format().stream()
                            .filter(TextPart.Field.class::isInstance)
                            .forEach(inner -> evaluate(((TextPart.Field) inner).value()));
                }
            }
        }
        return Formats.concatenate(parts);
    }

    /** The arguments of a call. */
    Arguments arguments(List<Argument> arguments) {
        List<Thing> positional = new ArrayList<>(arguments.size());
        Map<String, Thing> named = new LinkedHashMap<>(4);
        List<Thing> further = new ArrayList<>(0);
        List<Thing> loose = new ArrayList<>(0);
        for (Argument argument : arguments) {
            Thing value = evaluate(argument.value());
            switch (argument.kind()) {
                case POSITIONAL -> positional.add(value);
                case NAMED -> named.put(argument.keyword().orElse(""), value);
                case SPREAD -> {
                    Elements elements = Elements.of(value);
                    if (elements.open()) {
                        further.addAll(elements.known());
                    } else {
                        positional.addAll(elements.known());
                    }
                }
                case SPREAD_NAMED -> {
                    if (value instanceof Thing.Table table) {
                        named.putAll(table.entries);
                        loose.addAll(table.others.elements);
                    } else {
                        loose.add(value);
                    }
                }
            }
        }
        return new Arguments(positional, named, further, loose);
    }

    private Thing subscript(Expression.Subscript subscript) {
        Thing object = evaluate(subscript.object());
        String shown = interpreter.excerpt(subscript.span());
        if (subscript.index() instanceof Expression.Slice slice) {
            return Subscripts.slice(object, bound(slice.lower()), bound(slice.upper()), bound(slice.step()), shown);
        }
        return Subscripts.element(object, evaluate(subscript.index()), shown);
    }

    private Optional<Thing> bound(Optional<Expression> bound) {
        return bound.map(this::evaluate);
    }

    /** Follows a chain of operators from its left end, which may lie deep. */
    private Thing binary(Expression.Binary last) {
        Deque<Expression.Binary> chain = new ArrayDeque<>();
        Expression first = last;
        while (first instanceof Expression.Binary binary) {
            chain.push(binary);
            first = binary.left();
        }
        Thing left = evaluate(first);
        for (Expression.Binary binary : chain) {
            left = binary.operator() == Operator.AND || binary.operator() == Operator.OR
                    ? logical(left, binary)
                    : Operations.apply(
                            left, binary.operator(), evaluate(binary.right()), interpreter.excerpt(binary.span()));
        }
        return left;
    }

    private Thing logical(Thing left, Expression.Binary binary) {
        boolean or = binary.operator() == Operator.OR;
        Optional<Boolean> truth = Things.truth(left);
        if (truth.isPresent()) {
            return truth.get() == or ? left : evaluate(binary.right());
        }
        Thing right = maybe(binary.right());
        return Things.either(List.of(left, right));
    }

    /** Evaluates what may not be reached. */
    private Thing maybe(Expression expression) {
        Thing[] result = new Thing[1];
        interpreter.report().atMost(Certainty.LIKELY, () -> result[0] = evaluate(expression));
        return result[0];
    }

    private Thing unary(Expression.Unary unary) {
        Thing operand = evaluate(unary.operand());
        return switch (unary.operator()) {
            case NOT ->
                Things.truth(operand)
                        .map(truth -> Things.truth(!truth))
                        .orElseGet(() -> Things.unknown("not …", "is known only when it runs"));
            case SUBTRACT ->
                Things.integer(operand)
                        .map(number -> Things.number(-number))
                        .orElseGet(() -> Things.unknown("number", "is computed"));
            default -> operand;
        };
    }

    private Thing compare(Expression.Compare compare) {
        List<Thing> operands = compare.operands().stream().map(this::evaluate).toList();
        if (operands.size() != 2) {
            return Things.unknown("comparison", "is known only when it runs");
        }
        return Operations.compare(operands.get(0), compare.operators().get(0), operands.get(1));
    }

    private Thing conditional(Expression.Conditional conditional) {
        Optional<Boolean> truth = Things.truth(evaluate(conditional.test()));
        if (truth.isPresent()) {
            return evaluate(truth.get() ? conditional.then() : conditional.otherwise());
        }
        return Things.either(List.of(maybe(conditional.then()), maybe(conditional.otherwise())));
    }

    private Thing sequence(Expression.Sequence sequence) {
        Thing.Row row = new Thing.Row(List.of(), false);
        for (Expression element : sequence.elements()) {
            Thing thing = evaluate(element);
            if (element instanceof Expression.Starred) {
                RowMethods.extend(row, thing);
            } else {
                row.add(thing);
            }
        }
        return row;
    }

    private Thing dictionary(Expression.Dictionary dictionary) {
        Thing.Table table = new Thing.Table();
        for (Expression.Dictionary.Entry entry : dictionary.entries()) {
            Optional<String> key = entry.key().map(this::evaluate).flatMap(RowMethods::key);
            Thing value = evaluate(entry.value());
            if (key.isPresent()) {
                table.entries.put(key.get(), value);
            } else if (entry.key().isPresent()) {
                table.others.add(value);
            } else {
                RowMethods.merge(table, value);
            }
        }
        return table;
    }

    private Thing comprehension(Expression.Comprehension comprehension) {
        Thing.Row row = new Thing.Row(List.of(), false);
        Thing.Table table = new Thing.Table();
        interpreter.inside(() -> clause(comprehension, 0, row, table));
        if (comprehension.kind() == Expression.Comprehension.Kind.DICTIONARY) {
            table.others.open |= row.open;
            return table;
        }
        return row;
    }

    private void clause(Expression.Comprehension comprehension, int index, Thing.Row row, Thing.Table table) {
        if (index == comprehension.clauses().size()) {
            Thing element = evaluate(comprehension.element());
            if (comprehension.value().isEmpty()) {
                row.add(element);
                return;
            }
            Thing value = evaluate(comprehension.value().get());
            RowMethods.key(element)
                    .ifPresentOrElse(key -> table.entries.put(key, value), () -> table.others.add(value));
            return;
        }
        if (new EndlessLoops(interpreter)
                .over(comprehension.clauses().get(index).iterable())) {
            interpreter.endlessly(() -> turns(comprehension, index, row, table));
        } else {
            turns(comprehension, index, row, table);
        }
    }

    private void turns(Expression.Comprehension comprehension, int index, Thing.Row row, Thing.Table table) {
        Expression.Comprehension.Clause clause = comprehension.clauses().get(index);
        Elements elements = Elements.of(evaluate(clause.iterable()));
        row.open |= elements.open();
        boolean first = true;
        for (Thing element : elements.known()) {
            if (!first && !interpreter.budget().allowsMore()) {
                row.open = true;
                break;
            }
            first = false;
            interpreter.budget().spend();
            interpreter.assign(clause.target(), element);
            if (holds(clause, row)) {
                clause(comprehension, index + 1, row, table);
            }
        }
    }

    private boolean holds(Expression.Comprehension.Clause clause, Thing.Row row) {
        for (Expression condition : clause.conditions()) {
            Optional<Boolean> truth = Things.truth(evaluate(condition));
            if (truth.isEmpty()) {
                row.open = true;
            } else if (!truth.get()) {
                return false;
            }
        }
        return true;
    }
}
