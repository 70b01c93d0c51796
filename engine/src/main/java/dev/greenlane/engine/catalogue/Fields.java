package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Place;
import dev.greenlane.engine.data.Problems;
import java.util.List;
import java.util.Optional;

/** Reads named entries and notes what is not of the form that is asked for. */
final class Fields {

    private final Data.Entries entries;
    private final Problems problems;

    private Fields(Data.Entries entries, Problems problems) {
        this.entries = entries;
        this.problems = problems;
    }

    /**
     * Entries with these names; other names are problems. Nothing counts as no entries.
     *
     * @param what what the entries describe, for messages
     */
    static Fields of(Data data, String what, List<String> names, Problems problems) {
        Data.Entries entries = switch (data) {
            case Data.Entries some -> some;
            case Data.Nothing nothing -> new Data.Entries(List.of(), nothing.place());
            default -> {
                problems.add(data.place(), what + " must have the form 'name: value'");
                yield new Data.Entries(List.of(), data.place());
            }
        };
        for (Data.Entry entry : entries.entries()) {
            if (!names.contains(entry.name())) {
                problems.add(
                        entry.place(),
                        "'" + entry.name() + "' is not known for " + what + "; known are " + String.join(", ", names));
            }
        }
        return new Fields(entries, problems);
    }

    Place place() {
        return entries.place();
    }

    Optional<Data> get(String name) {
        return entries.get(name).filter(value -> !(value instanceof Data.Nothing));
    }

    /** A single text. */
    Optional<Data.Text> text(String name) {
        return get(name).flatMap(value -> text(value, "'" + name + "'", problems));
    }

    /** A list of texts; a single text is a list of one. */
    List<Data.Text> texts(String name) {
        return get(name).map(value -> texts(value, "'" + name + "'", problems)).orElse(List.of());
    }

    /** The items of a list. */
    List<Data> items(String name) {
        Data value = get(name).orElse(null);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Data.Items items) {
            return items.items();
        }
        problems.add(value.place(), "'" + name + "' must be a list: put '- ' before each entry");
        return List.of();
    }

    /** Named entries. */
    List<Data.Entry> entries(String name) {
        Data value = get(name).orElse(null);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Data.Entries some) {
            return some.entries();
        }
        problems.add(value.place(), "'" + name + "' must have entries of the form 'name: value'");
        return List.of();
    }

    static List<Data.Text> texts(Data value, String what, Problems problems) {
        if (value instanceof Data.Items items) {
            return items.items().stream()
                    .flatMap(item -> text(item, what, problems).stream())
                    .toList();
        }
        return text(value, what, problems).stream().toList();
    }

    private static Optional<Data.Text> text(Data value, String what, Problems problems) {
        if (value instanceof Data.Text text) {
            return Optional.of(text);
        }
        problems.add(value.place(), what + " must be text");
        return Optional.empty();
    }
}
