package dev.greenlane.models.endpoint;

import java.util.List;

/**
 * The form of an answer: one JSON object of texts.
 *
 * @param name a name for the form
 * @param fields in the order in which they are to be written
 */
public record Form(String name, List<Field> fields) {
    public Form {
        fields = List.copyOf(fields);
    }

    /**
     * One text.
     *
     * @param choices what it may be; empty for anything
     */
    public record Field(String name, List<String> choices) {
        public Field {
            choices = List.copyOf(choices);
        }
    }
}
