package dev.greenlane.engine.understand.code.python;

import dev.greenlane.syntax.python.Operator;
import java.util.Locale;
import java.util.Optional;

/** Whole numbers. */
final class Numbers {

    private Numbers() {}

    /** A number as it is written. */
    static Thing literal(String text) {
        String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
        if (digits.endsWith("l")) {
            digits = digits.substring(0, digits.length() - 1);
        }
        try {
            if (digits.startsWith("0x")) {
                return Things.number(Long.parseLong(digits.substring(2), 16));
            }
            if (digits.startsWith("0b")) {
                return Things.number(Long.parseLong(digits.substring(2), 2));
            }
            if (digits.startsWith("0o")) {
                return Things.number(Long.parseLong(digits.substring(2), 8));
            }
            if (digits.length() > 1 && digits.startsWith("0") && digits.chars().allMatch(Character::isDigit)) {
                return Things.number(Long.parseLong(digits, 8));
            }
            if (digits.chars().allMatch(Character::isDigit)) {
                return Things.number(Long.parseLong(digits));
            }
            return new Thing.Constant(Double.valueOf(digits));
        } catch (NumberFormatException e) {
            return Things.unknown(text, "is a number");
        }
    }

    /** What an operator makes of two numbers; empty where that is not followed. */
    static Optional<Thing> apply(long left, Operator operator, long right) {
        return switch (operator) {
            case ADD -> Optional.of(Things.number(left + right));
            case SUBTRACT -> Optional.of(Things.number(left - right));
            case MULTIPLY -> Optional.of(Things.number(left * right));
            case FLOOR_DIVIDE -> right == 0 ? Optional.empty() : Optional.of(Things.number(Math.floorDiv(left, right)));
            case REMAINDER -> right == 0 ? Optional.empty() : Optional.of(Things.number(Math.floorMod(left, right)));
            case BIT_AND -> Optional.of(Things.number(left & right));
            case BIT_OR -> Optional.of(Things.number(left | right));
            case BIT_XOR -> Optional.of(Things.number(left ^ right));
            case SHIFT_LEFT -> right < 0 || right > 40 ? Optional.empty() : Optional.of(Things.number(left << right));
            case SHIFT_RIGHT -> right < 0 || right > 63 ? Optional.empty() : Optional.of(Things.number(left >> right));
            default -> Optional.empty();
        };
    }

    /** How two numbers compare; empty where the operator does not compare numbers. */
    static Optional<Boolean> compare(long left, Operator operator, long right) {
        return switch (operator) {
            case EQUAL, IS -> Optional.of(left == right);
            case NOT_EQUAL, IS_NOT -> Optional.of(left != right);
            case LESS -> Optional.of(left < right);
            case LESS_EQUAL -> Optional.of(left <= right);
            case GREATER -> Optional.of(left > right);
            case GREATER_EQUAL -> Optional.of(left >= right);
            default -> Optional.empty();
        };
    }
}
