package dev.greenlane.engine.understand.code.python;

import dev.greenlane.syntax.python.Argument;
import dev.greenlane.syntax.python.Expression;
import dev.greenlane.syntax.python.Operator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells whether a loop goes round without end, or so often that it makes no difference. */
final class EndlessLoops {

    private static final int MANY = 1000;
    private static final Set<String> COUNTERS =
            Set.of("itertools.count", "itertools.cycle", "itertools.repeat", "count", "cycle", "repeat");

    private final Interpreter interpreter;

    EndlessLoops(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Whether what a loop goes over has no end. */
    boolean over(Expression iterable) {
        if (!(iterable instanceof Expression.Call call)) {
            return false;
        }
        String name = interpreter.excerpt(call.function().span());
        List<Argument> arguments = call.arguments();
        if (name.equals("range") || name.equals("xrange")) {
            return arguments.size() < 3
                    && number(arguments, arguments.size() - 1) - (arguments.size() == 2 ? number(arguments, 0) : 0)
                            >= MANY;
        }
        boolean repeats = name.endsWith("repeat") && arguments.size() == 2;
        return COUNTERS.contains(name) && (!repeats || number(arguments, 1) >= MANY)
                || name.equals("iter") && arguments.size() == 2;
    }

    private long number(List<Argument> arguments, int index) {
        return Optional.of(arguments)
                .filter(all -> index >= 0 && index < all.size())
                .map(all -> all.get(index).value())
                .flatMap(this::number)
                .orElse(0L);
    }

    private Optional<Long> number(Expression value) {
        if (value instanceof Expression.Binary power && power.operator() == Operator.POWER) {
            return number(power.left())
                    .flatMap(base -> number(power.right()).map(times -> (long) Math.pow(base, times)));
        }
        return Things.integer(interpreter.evaluate(value));
    }
}
