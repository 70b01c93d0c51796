package dev.greenlane.cli.scripted;

import java.util.Map;

/** What the model does in one turn. */
sealed interface Move {
    /** It uses a tool. */
    record Use(String tool, Map<String, Object> input) implements Move {
        public Use {
            input = Map.copyOf(input);
        }
    }

    /** It says something, which ends its turn. */
    record Say(String text) implements Move {}
}
