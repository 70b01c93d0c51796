package dev.greenlane.engine.understand.code.python;

import java.util.List;
import java.util.Optional;

/** Methods of lists, tuples, sets and dictionaries. */
final class RowMethods {

    private RowMethods() {}

    /** What the method gives; empty where that is not followed. */
    static Optional<Thing> call(Thing.Row row, String name, Arguments arguments) {
        switch (name) {
            case "append", "add", "appendleft" -> arguments.get(0).ifPresent(row::add);
            case "insert" ->
                arguments.get(1).ifPresent(thing -> {
                    int index = arguments
                            .get(0)
                            .flatMap(Things::integer)
                            .map(Long::intValue)
                            .orElse(-1);
                    if (index >= 0 && index < row.elements.size()) {
                        row.elements.add(index, thing);
                    } else {
                        row.add(thing);
                    }
                });
            case "extend", "update" -> arguments.get(0).ifPresent(more -> extend(row, more));
            case "clear", "sort", "remove", "discard" -> {}
            case "reverse" -> java.util.Collections.reverse(row.elements);
            case "copy", "union" -> {
                Thing.Row copy = new Thing.Row(row.elements, row.open);
                arguments.get(0).ifPresent(more -> extend(copy, more));
                return Optional.of(copy);
            }
            case "pop", "popleft" -> {
                return Optional.of(Things.either(withUnknown(row)));
            }
            case "index", "count" -> {
                return Optional.of(Things.unknown(name + "()", "is computed"));
            }
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(Thing.NONE);
    }

    private static List<Thing> withUnknown(Thing.Row row) {
        return row.elements.isEmpty()
                ? List.of(Things.unknown("element", "is computed"))
                : row.elements.subList(0, Math.min(row.elements.size(), Things.MOST_CHOICES + 1));
    }

    static void extend(Thing.Row row, Thing more) {
        Elements elements = Elements.of(more);
        elements.known().forEach(row::add);
        row.open |= elements.open();
    }

    /** What the method gives; empty where that is not followed. */
    static Optional<Thing> call(Thing.Table table, String name, Arguments arguments) {
        return switch (name) {
            case "get", "setdefault", "pop" -> Optional.of(get(table, arguments));
            case "keys" -> Optional.of(Elements.of(table).row());
            case "values" -> {
                Thing.Row row = new Thing.Row(List.copyOf(table.entries.values()), table.others.open);
                table.others.elements.forEach(row::add);
                yield Optional.of(row);
            }
            case "items" -> {
                Thing.Row row = new Thing.Row(List.of(), table.others.open);
                table.entries.forEach((key, thing) -> row.add(new Thing.Row(List.of(Things.text(key), thing), false)));
                for (Thing other : table.others.elements) {
                    row.add(new Thing.Row(List.of(Things.unknown("key", "is computed"), other), false));
                }
                yield Optional.of(row);
            }
            case "copy" -> {
                Thing.Table copy = new Thing.Table();
                merge(copy, table);
                yield Optional.of(copy);
            }
            case "update" -> {
                arguments.get(0).ifPresent(more -> merge(table, more));
                table.entries.putAll(arguments.named());
                yield Optional.of(Thing.NONE);
            }
            default -> Optional.empty();
        };
    }

    /** The entry under a key that may be known. */
    static Thing get(Thing.Table table, Arguments arguments) {
        Optional<String> key = arguments.get(0).flatMap(RowMethods::key);
        Thing entry = key.map(table.entries::get).orElse(null);
        if (entry != null) {
            return entry;
        }
        List<Thing> choices = new java.util.ArrayList<>(table.others.elements);
        if (key.isEmpty()) {
            choices.addAll(table.entries.values());
        }
        arguments.get(1).ifPresent(choices::add);
        return choices.isEmpty()
                ? Things.unknown(key.map(name -> "[" + name + "]").orElse("[…]"), "is computed")
                : Things.either(choices);
    }

    /** A thing as the key of a dictionary. */
    static Optional<String> key(Thing thing) {
        return thing instanceof Thing.Constant constant ? Optional.of("#" + constant.value()) : Things.known(thing);
    }

    static void merge(Thing.Table table, Thing more) {
        if (more instanceof Thing.Table other) {
            table.entries.putAll(other.entries);
            other.others.elements.forEach(table.others::add);
            table.others.open |= other.others.open;
        } else {
            table.others.add(Things.unknown("entry", "is computed", Things.origins(more)));
            table.others.open = true;
        }
    }
}
