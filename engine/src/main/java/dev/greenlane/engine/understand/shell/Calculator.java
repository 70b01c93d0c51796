package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.shell.Arithmetic;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What arithmetic gives, where its numbers are known. Expands every operand once, so that commands inside are followed, and
 * sets the variables that it assigns.
 */
final class Calculator {

    private static final Set<String> STEPS = Set.of("++", "--");
    private static final int MOST_NAMES = 8;

    private final WordExpander expander;
    private final ShellState state;
    /** How many branches that may not be taken this is inside of. */
    private int unsure;

    Calculator(WordExpander expander, ShellState state) {
        this.expander = expander;
        this.state = state;
    }

    /** The value; empty where it is not known. */
    Optional<Long> value(Arithmetic expression) {
        return switch (expression) {
            case Arithmetic.Operand operand -> number(expander.operand(operand.word()), 0);
            case Arithmetic.Parenthesised inner -> value(inner.inner());
            case Arithmetic.Choice choice -> choice(choice);
            case Arithmetic.Unary unary -> unary(unary);
            case Arithmetic.Binary binary -> binary(binary);
        };
    }

    private Optional<Long> choice(Arithmetic.Choice choice) {
        Optional<Long> test = value(choice.test());
        unsure++;
        Optional<Long> yes = value(choice.yes());
        Optional<Long> no = value(choice.no());
        unsure--;
        return test.flatMap(known -> known != 0 ? yes : no);
    }

    private Optional<Long> unary(Arithmetic.Unary unary) {
        Optional<Long> value = value(unary.operand());
        if (STEPS.contains(unary.operator())) {
            Optional<Long> next = value.map(known -> known + (unary.operator().equals("++") ? 1 : -1));
            assign(unary.operand(), next);
            return unary.postfix() ? value : next;
        }
        return value.flatMap(known -> switch (unary.operator()) {
            case "-" -> Optional.of(-known);
            case "+" -> Optional.of(known);
            case "!" -> Optional.of(known == 0 ? 1L : 0L);
            case "~" -> Optional.of(~known);
            default -> Optional.empty();
        });
    }

    private Optional<Long> binary(Arithmetic.Binary binary) {
        String operator = binary.operator();
        boolean comparison = Set.of("==", "!=", "<=", ">=").contains(operator);
        boolean assigns = operator.endsWith("=") && !comparison;
        if (operator.equals("=")) {
            Optional<Long> right = value(binary.right());
            if (binary.left() instanceof Arithmetic.Operand operand) {
                expander.operand(operand.word());
            }
            assign(binary.left(), right);
            return right;
        }
        Optional<Long> left = value(binary.left());
        boolean lazy = operator.equals("&&") || operator.equals("||");
        unsure += lazy ? 1 : 0;
        Optional<Long> right = value(binary.right());
        unsure -= lazy ? 1 : 0;
        String plain = assigns ? operator.substring(0, operator.length() - 1) : operator;
        Optional<Long> result = left.flatMap(a -> right.flatMap(b -> combined(plain, a, b)));
        if (assigns) {
            assign(binary.left(), result);
        }
        return result;
    }

    private static Optional<Long> combined(String operator, long a, long b) {
        return switch (operator) {
            case "+" -> Optional.of(a + b);
            case "-" -> Optional.of(a - b);
            case "*" -> Optional.of(a * b);
            case "/" -> b == 0 ? Optional.empty() : Optional.of(a / b);
            case "%" -> b == 0 ? Optional.empty() : Optional.of(a % b);
            case "**" -> power(a, b);
            case "<<" -> Optional.of(a << b);
            case ">>" -> Optional.of(a >> b);
            case "&" -> Optional.of(a & b);
            case "|" -> Optional.of(a | b);
            case "^" -> Optional.of(a ^ b);
            case "==" -> truth(a == b);
            case "!=" -> truth(a != b);
            case "<" -> truth(a < b);
            case ">" -> truth(a > b);
            case "<=" -> truth(a <= b);
            case ">=" -> truth(a >= b);
            case "&&" -> truth(a != 0 && b != 0);
            case "||" -> truth(a != 0 || b != 0);
            case "," -> Optional.of(b);
            default -> Optional.empty();
        };
    }

    private static Optional<Long> truth(boolean holds) {
        return Optional.of(holds ? 1L : 0L);
    }

    private static Optional<Long> power(long base, long exponent) {
        if (exponent < 0 || exponent > 63) {
            return Optional.empty();
        }
        long result = 1;
        for (long i = 0; i < exponent; i++) {
            result *= base;
        }
        return Optional.of(result);
    }

    private void assign(Arithmetic target, Optional<Long> value) {
        if (target instanceof Arithmetic.Operand operand) {
            operand.word()
                    .constant()
                    .filter(Calculator::isName)
                    .ifPresent(name -> state.set(
                            name,
                            value.filter(known -> unsure == 0)
                                    .map(known -> Value.of(Long.toString(known)))
                                    .orElse(Value.unknown("$" + name, "is computed"))));
        }
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && !Character.isDigit(text.charAt(0))
                && text.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    }

    /** A number, or the number that a variable of that name holds. */
    private Optional<Long> number(Value operand, int names) {
        Optional<String> known = operand.known().map(String::strip);
        if (known.isEmpty() || known.get().isEmpty() || known.get().length() > 40) {
            return Optional.empty();
        }
        String text = known.get();
        if (isName(text)) {
            return names < MOST_NAMES ? state.get(text).flatMap(value -> number(value, names + 1)) : Optional.empty();
        }
        try {
            String lower = text.toLowerCase(Locale.ROOT);
            int base = lower.indexOf('#');
            if (base > 0) {
                return Optional.of(
                        Long.parseLong(lower.substring(base + 1), Integer.parseInt(lower.substring(0, base))));
            }
            if (lower.startsWith("0x")) {
                return Optional.of(Long.parseLong(lower.substring(2), 16));
            }
            boolean octal = lower.length() > 1 && lower.charAt(0) == '0';
            return Optional.of(Long.parseLong(lower, octal ? 8 : 10));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
