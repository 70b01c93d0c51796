package dev.greenlane.engine.understand.code.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a loop goes over.
 *
 * @param open whether there may be more, of the same sort
 */
record Elements(List<Thing> known, boolean open) {

    static Elements of(Thing thing) {
        return switch (thing) {
            case Thing.Row row -> new Elements(List.copyOf(row.elements), row.open);
            case Thing.Table table -> {
                List<Thing> keys = new ArrayList<>();
                table.entries.keySet().forEach(key -> keys.add(Things.text(key)));
                boolean more = !table.others.elements.isEmpty() || table.others.open;
                if (more) {
                    keys.add(Things.unknown("key", "is computed"));
                }
                yield new Elements(keys, more);
            }
            case Thing.Text text -> characters(text);
            case Thing.Either either -> {
                List<Thing> all = new ArrayList<>();
                boolean open = false;
                for (Thing choice : either.choices()) {
                    Elements elements = of(choice);
                    all.addAll(elements.known);
                    open |= elements.open;
                }
                yield new Elements(all, open);
            }
            case Thing.Content content -> one("line of " + content.path().display(), content.origins());
            case Thing.Made made -> one("part of " + Things.value(made).display(), Things.origins(made));
            default -> one("each of " + Things.value(thing).display(), Things.origins(thing));
        };
    }

    private static Elements one(String name, Origins origins) {
        return new Elements(List.of(Things.unknown(name, "is computed", origins)), true);
    }

    private static Elements characters(Thing.Text text) {
        Optional<String> known = text.value().known();
        if (known.isEmpty() || known.get().length() > Thing.Row.LARGEST) {
            return one("character of a text", text.origins());
        }
        List<Thing> characters = new ArrayList<>(known.get().length());
        for (char c : known.get().toCharArray()) {
            characters.add(text.bytes() ? Things.number(c) : Things.text(String.valueOf(c)));
        }
        return new Elements(characters, false);
    }

    Thing.Row row() {
        return new Thing.Row(known, open);
    }
}
