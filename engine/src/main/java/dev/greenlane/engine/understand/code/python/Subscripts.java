package dev.greenlane.engine.understand.code.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Elements and slices. */
final class Subscripts {

    private Subscripts() {}

    static Thing element(Thing object, Thing index, String shown) {
        return switch (object) {
            case Thing.Known known
            when known.name().equals("os.environ") -> Computations.environmentVariable(index, Optional.empty());
            case Thing.Known known -> new Thing.Known(known.name() + "[]");
            case Thing.Table table -> RowMethods.get(table, Arguments.of(index));
            case Thing.Row row -> element(row, Things.integer(index), shown);
            case Thing.Text text -> character(text, Things.integer(index), shown);
            case Thing.Either either ->
                Things.either(either.choices().stream()
                        .map(choice -> element(choice, index, shown))
                        .toList());
            case Thing.UserObject own -> Things.unknown(shown, "is computed");
            default -> Things.unknown(shown, "is computed", Things.origins(object));
        };
    }

    private static Thing element(Thing.Row row, Optional<Long> index, String shown) {
        if (index.isEmpty()) {
            return row.elements.isEmpty() ? Things.unknown(shown, "is computed") : Things.either(row.elements);
        }
        long at = index.get() < 0 && !row.open ? index.get() + row.elements.size() : index.get();
        if (at >= 0 && at < row.elements.size()) {
            return row.elements.get((int) at);
        }
        return row.open && !row.elements.isEmpty()
                ? row.elements.get(row.elements.size() - 1)
                : Things.unknown(shown, "is computed", Things.origins(row));
    }

    private static Thing character(Thing.Text text, Optional<Long> index, String shown) {
        Optional<String> known = text.value().known();
        if (known.isPresent() && index.isPresent()) {
            long at = index.get() < 0 ? index.get() + known.get().length() : index.get();
            if (at >= 0 && at < known.get().length()) {
                char c = known.get().charAt((int) at);
                return text.bytes() ? Things.number(c) : Things.text(String.valueOf(c));
            }
        }
        return Things.unknown(shown, "is computed", text.origins());
    }

    static Thing slice(Thing object, Optional<Thing> lower, Optional<Thing> upper, Optional<Thing> step, String shown) {
        Optional<Bounds> bounds = Bounds.of(lower, upper, step);
        if (object instanceof Thing.Row row) {
            return bounds.isPresent() && !row.open
                    ? new Thing.Row(bounds.get().pick(row.elements), false)
                    : new Thing.Row(
                            row.open && startsLater(lower)
                                    ? row.elements.subList(Math.min(1, row.elements.size()), row.elements.size())
                                    : row.elements,
                            true);
        }
        Optional<String> known = Things.known(object);
        if (known.isPresent() && bounds.isPresent() && object instanceof Thing.Text text) {
            List<Integer> picked = bounds.get().indexes(known.get().length());
            StringBuilder part = new StringBuilder(picked.size());
            picked.forEach(at -> part.append(known.get().charAt(at)));
            return text.with(dev.greenlane.engine.value.Value.of(part.toString()));
        }
        if (object instanceof Thing.Content content) {
            return Things.unknown(shown, "is computed", content.origins());
        }
        return Things.unknown(shown, "is computed", Things.origins(object));
    }

    private static boolean startsLater(Optional<Thing> lower) {
        return lower.flatMap(Things::integer).filter(from -> from == 1).isPresent();
    }

    /** The bounds of a slice, all of them known. */
    private record Bounds(Optional<Long> lower, Optional<Long> upper, long step) {

        static Optional<Bounds> of(Optional<Thing> lower, Optional<Thing> upper, Optional<Thing> step) {
            Optional<Thing> from = lower.filter(thing -> !Things.isNone(thing));
            Optional<Thing> to = upper.filter(thing -> !Things.isNone(thing));
            Optional<Thing> by = step.filter(thing -> !Things.isNone(thing));
            Optional<Long> fromNumber = from.flatMap(Things::integer);
            Optional<Long> toNumber = to.flatMap(Things::integer);
            long stepNumber = by.flatMap(Things::integer).orElse(by.isPresent() ? 0L : 1L);
            boolean known = fromNumber.isPresent() == from.isPresent()
                    && toNumber.isPresent() == to.isPresent()
                    && stepNumber != 0;
            return known ? Optional.of(new Bounds(fromNumber, toNumber, stepNumber)) : Optional.empty();
        }

        List<Integer> indexes(int length) {
            List<Integer> indexes = new ArrayList<>();
            long from = lower.map(at -> at < 0 ? at + length : at).orElse(step > 0 ? 0L : length - 1L);
            long to = upper.map(at -> at < 0 ? at + length : at).orElse(step > 0 ? (long) length : -1L);
            from = Math.max(step > 0 ? 0 : -1, Math.min(from, step > 0 ? length : length - 1L));
            for (long at = from; step > 0 ? at < Math.min(to, length) : at > Math.max(to, -1); at += step) {
                indexes.add((int) at);
            }
            return indexes;
        }

        List<Thing> pick(List<Thing> elements) {
            return indexes(elements.size()).stream().map(elements::get).toList();
        }
    }
}
