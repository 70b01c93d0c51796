package dev.greenlane.models.judge;

import java.util.List;

/**
 * What the person wrote for a judge, in plain language. Immutable.
 *
 * @param environment what is around here
 * @param allow what may happen
 * @param softDeny what may happen only where the person's words name it
 * @param hardDeny what must not happen whatever is said
 */
public record Written(List<String> environment, List<String> allow, List<String> softDeny, List<String> hardDeny) {
    /** Nothing. */
    public static final Written NONE = new Written(List.of(), List.of(), List.of(), List.of());

    public Written {
        environment = List.copyOf(environment);
        allow = List.copyOf(allow);
        softDeny = List.copyOf(softDeny);
        hardDeny = List.copyOf(hardDeny);
    }

    /** This and what {@code other} adds. */
    public Written with(Written other) {
        return new Written(
                both(environment, other.environment),
                both(allow, other.allow),
                both(softDeny, other.softDeny),
                both(hardDeny, other.hardDeny));
    }

    private static List<String> both(List<String> one, List<String> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream())
                .distinct()
                .toList();
    }
}
