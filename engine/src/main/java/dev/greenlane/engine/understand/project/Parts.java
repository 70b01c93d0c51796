package dev.greenlane.engine.understand.project;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Problems;
import dev.greenlane.engine.data.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts of data, as far as they have the expected form. */
final class Parts {

    /** YAML takes long to read: files that people write are small. */
    private static final int LARGEST_YAML = 64 * 1024;

    private Parts() {}

    static Optional<Data> yaml(String text) {
        return text.length() > LARGEST_YAML ? Optional.empty() : Yaml.read("", text, new Problems());
    }

    static boolean isTooLarge(String yaml) {
        return yaml.length() > LARGEST_YAML;
    }

    static Optional<Data> in(Data data, String... names) {
        Optional<Data> found = Optional.of(data);
        for (String name : names) {
            found = found.flatMap(one -> one instanceof Data.Entries entries ? entries.get(name) : Optional.empty());
        }
        return found;
    }

    static List<Data.Entry> entries(Optional<Data> data) {
        return data.isPresent() && data.get() instanceof Data.Entries entries ? entries.entries() : List.of();
    }

    /** The items of a list; something single is a list of one. */
    static List<Data> items(Optional<Data> data) {
        if (data.isEmpty() || data.get() instanceof Data.Nothing) {
            return List.of();
        }
        return data.get() instanceof Data.Items items ? items.items() : List.of(data.get());
    }

    static Optional<String> text(Optional<Data> data) {
        return data.isPresent() && data.get() instanceof Data.Text text ? Optional.of(text.text()) : Optional.empty();
    }

    static List<String> texts(Optional<Data> data) {
        List<String> texts = new ArrayList<>();
        for (Data item : items(data)) {
            text(Optional.of(item)).ifPresent(texts::add);
        }
        return texts;
    }
}
