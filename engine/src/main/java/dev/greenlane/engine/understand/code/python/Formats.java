package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts put together: formatted strings, {@code %}, {@code format}. Widths and signs are not followed. */
final class Formats {

    private Formats() {}

    /** Things one behind the other, as texts. */
    static Thing concatenate(List<Thing> parts) {
        List<Value> values = new ArrayList<>(List.of(Value.EMPTY));
        Origins origins = Origins.NONE;
        boolean bytes = false;
        for (Thing part : parts) {
            origins = origins.and(Things.origins(part));
            bytes |= part instanceof Thing.Text text && text.bytes();
            List<Thing> choices = Things.choices(part);
            if (choices.size() * values.size() > Things.MOST_CHOICES) {
                choices = List.of(Things.unknown("one of several", "depends on what is not known"));
            }
            List<Value> longer = new ArrayList<>(values.size() * choices.size());
            for (Value value : values) {
                for (Thing choice : choices) {
                    longer.add(value.then(Things.value(choice)));
                }
            }
            values = longer;
        }
        List<Thing> texts = new ArrayList<>(values.size());
        for (Value value : values) {
            texts.add(Things.text(value, bytes, origins));
        }
        return Things.either(texts);
    }

    /** {@code text % values} */
    static Thing percent(Thing.Text format, Thing values) {
        Optional<String> known = format.value().known();
        if (known.isEmpty()) {
            return Things.unknown("text", "is computed", format.origins().and(Things.origins(values)));
        }
        List<Thing> row = values instanceof Thing.Row list ? list.elements : List.of(values);
        Map<String, Thing> table = values instanceof Thing.Table entries ? entries.entries : Map.of();
        String text = known.get();
        List<Thing> parts = new ArrayList<>();
        int next = 0;
        int from = 0;
        for (int at = text.indexOf('%'); at >= 0 && at + 1 < text.length(); at = text.indexOf('%', from)) {
            parts.add(Things.text(text.substring(from, at)));
            int end = at + 1;
            Optional<String> key = Optional.empty();
            if (text.charAt(end) == '(') {
                int close = text.indexOf(')', end);
                if (close < 0) {
                    break;
                }
                key = Optional.of(text.substring(end + 1, close));
                end = close + 1;
            }
            while (end < text.length() - 1 && "#0123456789- +.*lhL".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            if (end >= text.length()) {
                break;
            }
            if (text.charAt(end) == '%') {
                parts.add(Things.text("%"));
            } else if (key.isPresent()) {
                parts.add(table.getOrDefault(key.get(), field(key.get(), values)));
            } else {
                parts.add(next < row.size() ? row.get(next) : field("%" + text.charAt(end), values));
                next++;
            }
            from = end + 1;
        }
        parts.add(Things.text(text.substring(from)));
        Thing result = concatenate(parts);
        return format.bytes() && result instanceof Thing.Text made
                ? new Thing.Text(made.value(), true, made.origins())
                : result;
    }

    /** {@code text.format(…)} */
    static Thing format(Thing.Text format, Arguments arguments) {
        Optional<String> known = format.value().known();
        if (known.isEmpty()) {
            return Things.unknown("text", "is computed", format.origins().and(arguments.origins()));
        }
        String text = known.get();
        List<Thing> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int next = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if ((c == '{' || c == '}') && text.startsWith(String.valueOf(c), at + 1)) {
                plain.append(c);
                at += 2;
            } else if (c == '{') {
                int close = text.indexOf('}', at);
                if (close < 0) {
                    break;
                }
                parts.add(Things.text(plain.toString()));
                plain.setLength(0);
                String name = text.substring(at + 1, close).split("[:!]", 2)[0];
                parts.add(argument(name.isEmpty() ? String.valueOf(next++) : name, arguments));
                at = close + 1;
            } else {
                plain.append(c);
                at++;
            }
        }
        parts.add(Things.text(plain.toString()));
        return concatenate(parts);
    }

    private static Thing argument(String name, Arguments arguments) {
        boolean number = !name.isEmpty() && name.length() < 4 && name.chars().allMatch(Character::isDigit);
        Optional<Thing> argument = number
                ? arguments.get(Integer.parseInt(name))
                : Optional.ofNullable(arguments.named().get(name));
        return argument.orElseGet(() -> Things.unknown("{" + name + "}", "is computed", arguments.origins()));
    }

    private static Thing field(String name, Thing values) {
        return Things.unknown(name, "is computed", Things.origins(values));
    }
}
