package dev.greenlane.engine.policy.condition;

import java.util.List;

/** A question about one effect. Immutable; answering allocates next to nothing and takes well below a microsecond. */
public sealed interface Condition {

    /** Always holds. */
    Condition ALWAYS = new Constant(true);

    /** Whether this holds for {@code subject}. */
    default boolean holdsFor(Subject subject) {
        return holds(new Scope(subject));
    }

    boolean holds(Scope scope);

    record Constant(boolean value) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            return value;
        }
    }

    /** A variable that is true or false itself. */
    record Flag(Variable variable) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            return scope.subject().flag(variable);
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            return !condition.holds(scope);
        }
    }

    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Scope scope) {
            for (Condition part : parts) {
                if (!part.holds(scope)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Or(List<Condition> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Scope scope) {
            for (Condition part : parts) {
                if (part.holds(scope)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** {@code test ? then : otherwise}. */
    record Choice(Condition test, Condition then, Condition otherwise) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            return test.holds(scope) ? then.holds(scope) : otherwise.holds(scope);
        }
    }

    /** Two conditions that both hold or both do not. */
    record Same(Condition left, Condition right) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            return left.holds(scope) == right.holds(scope);
        }
    }

    /** A comparison of two texts. */
    record Compares(Comparison comparison, Text left, Text right) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            String text = left.in(scope);
            String other = right.in(scope);
            return switch (comparison) {
                case EQUALS -> text.equals(other);
                case CONTAINS -> text.contains(other);
                case STARTS_WITH -> text.startsWith(other);
                case ENDS_WITH -> text.endsWith(other);
            };
        }
    }

    /** How two texts are compared. */
    enum Comparison {
        EQUALS,
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH
    }

    /** Whether a text holds a match of a pattern. */
    record Matches(Text text, LazyPattern pattern) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            return pattern.findsIn(text.in(scope));
        }
    }

    /** Whether a text is one of several. */
    record In(Text text, Texts texts) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            return texts.in(scope).contains(text.in(scope));
        }
    }

    /** Whether a condition holds for one of several texts. */
    record Exists(String element, Texts texts, Condition condition) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            for (String text : texts.in(scope)) {
                if (condition.holds(scope.with(element, text))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Whether a condition holds for all of several texts. */
    record All(String element, Texts texts, Condition condition) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            for (String text : texts.in(scope)) {
                if (!condition.holds(scope.with(element, text))) {
                    return false;
                }
            }
            return true;
        }
    }
}
