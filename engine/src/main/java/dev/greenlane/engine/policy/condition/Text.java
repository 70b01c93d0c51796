package dev.greenlane.engine.policy.condition;

/** A text inside a condition. */
public sealed interface Text {

    String in(Scope scope);

    /** Text that stands in the condition. */
    record Literal(String value) implements Text {
        @Override
        public String in(Scope scope) {
            return value;
        }
    }

    /** The value of a variable. */
    record Of(Variable variable) implements Text {
        @Override
        public String in(Scope scope) {
            return scope.subject().text(variable);
        }
    }

    /** The element that an enclosing {@code exists} or {@code all} looks at. */
    record Element(String name) implements Text {
        @Override
        public String in(Scope scope) {
            return scope.element(name);
        }
    }
}
