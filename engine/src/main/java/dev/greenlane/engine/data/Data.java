package dev.greenlane.engine.data;

import java.util.List;
import java.util.Optional;

/** A piece of data: text, a list, named entries, or nothing. Immutable. */
public sealed interface Data {

    Place place();

    /** A single value; numbers and words such as {@code yes} are text, too. */
    record Text(String text, Place place) implements Data {}

    /** A list. */
    record Items(List<Data> items, Place place) implements Data {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Named entries in the order they were written; every name once. */
    record Entries(List<Entry> entries, Place place) implements Data {
        public Entries {
            entries = List.copyOf(entries);
        }

        /** The value of the entry with this name. */
        public Optional<Data> get(String name) {
            for (Entry entry : entries) {
                if (entry.name().equals(name)) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }
    }

    /** No value behind a name. */
    record Nothing(Place place) implements Data {}

    /** A name and what it stands for; {@code place} is where the name is written. */
    record Entry(String name, Data value, Place place) {}
}
