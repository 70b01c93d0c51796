package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.python.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operators between two things. */
final class Operations {

    private Operations() {}

    static Thing apply(Thing left, Operator operator, Thing right, String shown) {
        if (left instanceof Thing.Either || right instanceof Thing.Either) {
            return choices(left, operator, right, shown);
        }
        Optional<Long> leftNumber = Things.integer(left);
        Optional<Long> rightNumber = Things.integer(right);
        if (leftNumber.isPresent() && rightNumber.isPresent()) {
            return Numbers.apply(leftNumber.get(), operator, rightNumber.get())
                    .orElseGet(() -> Things.unknown(shown, "is computed"));
        }
        return switch (operator) {
            case ADD -> add(left, right, shown);
            case REMAINDER ->
                left instanceof Thing.Text format ? Formats.percent(format, right) : unknown(left, right, shown);
            case DIVIDE -> divide(left, right, shown);
            case MULTIPLY -> multiply(left, right, leftNumber, rightNumber, shown);
            case BIT_OR -> {
                if (left instanceof Thing.Table && right instanceof Thing.Table) {
                    Thing.Table merged = new Thing.Table();
                    RowMethods.merge(merged, left);
                    RowMethods.merge(merged, right);
                    yield merged;
                }
                yield unknown(left, right, shown);
            }
            default -> unknown(left, right, shown);
        };
    }

    private static Thing unknown(Thing left, Thing right, String shown) {
        return Things.unknown(shown, "is computed", Things.origins(left).and(Things.origins(right)));
    }

    private static Thing choices(Thing left, Operator operator, Thing right, String shown) {
        List<Thing> results = new ArrayList<>();
        for (Thing one : Things.choices(left)) {
            for (Thing other : Things.choices(right)) {
                if (results.size() <= Things.MOST_CHOICES) {
                    results.add(apply(one, operator, other, shown));
                }
            }
        }
        return Things.either(results);
    }

    private static Thing add(Thing left, Thing right, String shown) {
        if (left instanceof Thing.Row || right instanceof Thing.Row) {
            Thing.Row row = new Thing.Row(List.of(), false);
            RowMethods.extend(row, left);
            RowMethods.extend(row, right);
            return row;
        }
        if (left instanceof Thing.Text || right instanceof Thing.Text) {
            return Formats.concatenate(List.of(left, right));
        }
        return unknown(left, right, shown);
    }

    /** Paths are put together with a slash. */
    private static Thing divide(Thing left, Thing right, String shown) {
        boolean path = left instanceof Thing.Made made && made.type.equals("pathlib.Path")
                || right instanceof Thing.Made other && other.type.equals("pathlib.Path")
                || right instanceof Thing.Text;
        return path
                ? Things.made(
                        "pathlib.Path",
                        Computations.joined(List.of(left, right), List.of()),
                        Things.origins(left).and(Things.origins(right)))
                : unknown(left, right, shown);
    }

    private static Thing multiply(
            Thing left, Thing right, Optional<Long> leftNumber, Optional<Long> rightNumber, String shown) {
        Thing many = leftNumber.isPresent() ? right : left;
        long times = leftNumber.or(() -> rightNumber).orElse(-1L);
        if (times < 0) {
            return unknown(left, right, shown);
        }
        if (many instanceof Thing.Row row) {
            Thing.Row repeated = new Thing.Row(List.of(), row.open);
            for (long i = 0; i < times && !repeated.open; i++) {
                row.elements.forEach(repeated::add);
            }
            return repeated;
        }
        if (many instanceof Thing.Text text && text.value().known().isPresent()) {
            String known = text.value().known().get();
            return known.length() * times > Things.LONGEST_TEXT
                    ? Things.unknown(shown, "is too long to follow", text.origins())
                    : text.with(Value.of(known.repeat((int) times)));
        }
        return unknown(left, right, shown);
    }

    static Thing compare(Thing left, Operator operator, Thing right) {
        return compared(left, operator, right)
                .map(Things::truth)
                .orElseGet(() -> Things.unknown("comparison", "is known only when it runs"));
    }

    private static Optional<Boolean> compared(Thing left, Operator operator, Thing right) {
        Optional<Long> leftNumber = Things.integer(left);
        Optional<Long> rightNumber = Things.integer(right);
        if (leftNumber.isPresent() && rightNumber.isPresent()) {
            return Numbers.compare(leftNumber.get(), operator, rightNumber.get());
        }
        if (Things.isNone(left) && Things.isNone(right)) {
            return operator == Operator.IS || operator == Operator.EQUAL
                    ? Optional.of(true)
                    : operator == Operator.IS_NOT || operator == Operator.NOT_EQUAL
                            ? Optional.of(false)
                            : Optional.empty();
        }
        Optional<String> one = Things.known(left);
        Optional<String> other = Things.known(right);
        if (one.isEmpty()) {
            return Optional.empty();
        }
        return switch (operator) {
            case EQUAL -> other.map(one.get()::equals);
            case NOT_EQUAL -> other.map(text -> !text.equals(one.get()));
            case IN -> contains(right, one.get());
            case NOT_IN -> contains(right, one.get()).map(in -> !in);
            case IS_NOT -> Things.isNone(right) ? Optional.of(true) : Optional.empty();
            case IS -> Things.isNone(right) ? Optional.of(false) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> contains(Thing container, String part) {
        if (Things.known(container).isPresent()) {
            return Things.known(container).map(text -> text.contains(part));
        }
        if (container instanceof Thing.Row row && Things.isKnown(row)) {
            return Optional.of(row.elements.stream()
                    .anyMatch(element ->
                            Things.known(element).filter(part::equals).isPresent()));
        }
        return Optional.empty();
    }
}
