package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.value.Value;
import java.util.List;

/** Where the target of an effect, or the text of an inner command, comes from. */
sealed interface Source {

    /** The values of a flag or operand. */
    record Named(int slot) implements Source {}

    /** Text of the description. */
    record Literal(Value text) implements Source {}

    /** Text with names in it. */
    record Template(List<Part> parts) implements Source {
        public Template {
            parts = List.copyOf(parts);
        }

        /**
         * Text and the name behind it.
         *
         * @param slot the name's number; negative at the end, where there is only text
         */
        record Part(String text, int slot) {}
    }

    /** The working directory. */
    record WorkingDirectory() implements Source {}

    /** Standard input. */
    record Input() implements Source {}
}
