package dev.greenlane.engine.understand.trail;

import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was put into a file. Immutable.
 *
 * @param text the data, as far as it is known; empty where nothing is known of it
 * @param labels what is known of the data's kind
 * @param origins what it comes from, for people: URLs, files
 * @param through the files that it went through on its way into this one, first one first
 * @param call the number of the call that put it there
 * @param form how it came there
 */
public record Content(
        Optional<Value> text, Set<DataLabel> labels, List<String> origins, List<Station> through, int call, Form form) {

    /** How data came to where it is. */
    public enum Form {
        /** It was written to a file. */
        FILE,
        /** A folder was filled with what an archive holds. */
        UNPACKED,
        /** A folder was filled with what a repository holds. */
        CLONED
    }

    public Content {
        labels = Set.copyOf(labels);
        origins = List.copyOf(origins);
        through = List.copyOf(through);
    }

    /** This text and nothing else is known. */
    public static Content of(String text, int call) {
        return new Content(Optional.of(Value.of(text)), Set.of(), List.of(), List.of(), call, Form.FILE);
    }

    Content withoutText() {
        return new Content(Optional.empty(), labels, origins, through, call, form);
    }

    int length() {
        return text.map(Value::length).orElse(0);
    }
}
