package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Questions to ask of things, and ways to make them. */
final class Things {

    /** How many choices are told apart. */
    static final int MOST_CHOICES = 8;

    /** How long a known text may grow. */
    static final int LONGEST_TEXT = 60_000;

    private Things() {}

    static Thing text(String known) {
        return new Thing.Text(Value.of(known), false, Origins.NONE);
    }

    static Thing text(Value value) {
        return new Thing.Text(value, false, Origins.NONE);
    }

    /** A text; where it would be too long to keep, its beginning and a hole. */
    static Thing text(Value value, Origins origins) {
        return text(value, false, origins);
    }

    static Thing text(Value value, boolean bytes, Origins origins) {
        int length = 0;
        for (Piece piece : value.pieces()) {
            length += piece instanceof Piece.Text text ? text.text().length() : 1;
        }
        if (length > LONGEST_TEXT || value.pieces().size() > 1000) {
            return new Thing.Text(Value.unknown("long text", "is too long to follow"), bytes, origins);
        }
        return new Thing.Text(value, bytes, origins);
    }

    static Thing number(long value) {
        return new Thing.Constant(value);
    }

    static Thing truth(boolean value) {
        return new Thing.Constant(value);
    }

    static Thing unknown(String name, String reason) {
        return new Thing.Unknown(name, reason, Origins.NONE);
    }

    static Thing unknown(String name, String reason, Origins origins) {
        return new Thing.Unknown(name, reason, origins);
    }

    /** One of these; what is equal counts once. */
    static Thing either(List<Thing> things) {
        Set<Thing> choices = new LinkedHashSet<>();
        for (Thing thing : things) {
            choices.addAll(choices(thing));
        }
        if (choices.size() == 1) {
            return choices.iterator().next();
        }
        List<Thing> kept = new ArrayList<>(choices);
        if (kept.size() > MOST_CHOICES) {
            Origins origins = Origins.NONE;
            for (Thing thing : kept) {
                origins = origins.and(origins(thing));
            }
            kept = new ArrayList<>(kept.subList(0, MOST_CHOICES - 1));
            kept.add(unknown("one of many", "depends on what is not known", origins));
        }
        return new Thing.Either(kept);
    }

    /** The things that this may be. */
    static List<Thing> choices(Thing thing) {
        return thing instanceof Thing.Either either ? either.choices() : List.of(thing);
    }

    /** The text of a thing, as {@code str} gives it, with holes for what is not known. */
    static Value value(Thing thing) {
        return switch (thing) {
            case Thing.Text text -> text.value();
            case Thing.Constant constant -> Value.of(display(constant));
            case Thing.Made made ->
                made.about.equals(Thing.NONE) ? Value.unknown(made.type, "is an object") : value(made.about);
            case Thing.Unknown unknown -> Value.unknown(unknown.name(), unknown.reason());
            case Thing.Content content ->
                Value.unknown("content of " + content.path().display(), "is read from a file");
            case Thing.Known known -> Value.unknown(known.name(), "is computed");
            case Thing.Either either -> Value.unknown("one of several", "depends on what is not known");
            case Thing.Row row -> Value.unknown("a list", "is no text");
            case Thing.Table table -> Value.unknown("a dictionary", "is no text");
            case Thing.Function f -> Value.unknown(f.definition.name(), "is no text");
            case Thing.Anonymous f -> Value.unknown("lambda", "is no text");
            case Thing.Method method -> Value.unknown(method.name(), "is no text");
            case Thing.UserClass type -> Value.unknown(type.name, "is no text");
            case Thing.UserObject object -> Value.unknown(object.type.name, "is an object");
        };
    }

    private static String display(Thing.Constant constant) {
        Object value = constant.value();
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        return value.toString();
    }

    /** The text of a thing, where it is a text and all of it is known. */
    static Optional<String> known(Thing thing) {
        return thing instanceof Thing.Text text ? text.value().known() : Optional.empty();
    }

    /** The whole number that a thing is. */
    static Optional<Long> integer(Thing thing) {
        if (thing instanceof Thing.Constant constant) {
            if (constant.value() instanceof Long number) {
                return Optional.of(number);
            }
            if (constant.value() instanceof Boolean truth) {
                return Optional.of(truth ? 1L : 0L);
            }
        }
        return Optional.empty();
    }

    static boolean isNone(Thing thing) {
        return thing.equals(Thing.NONE);
    }

    /** Whether a test of this thing holds, where that is known. */
    static Optional<Boolean> truth(Thing thing) {
        return switch (thing) {
            case Thing.Constant constant ->
                Optional.of(
                        switch (constant.value()) {
                            case Boolean truth -> truth;
                            case Long number -> number != 0;
                            case Double number -> number != 0;
                            default -> false;
                        });
            case Thing.Text text -> text.value().known().map(known -> !known.isEmpty());
            case Thing.Row row -> row.open ? Optional.empty() : Optional.of(!row.elements.isEmpty());
            case Thing.Table table ->
                table.others.elements.isEmpty() && !table.others.open
                        ? Optional.of(!table.entries.isEmpty())
                        : Optional.empty();
            case Thing.Function f -> Optional.of(true);
            case Thing.UserClass type -> Optional.of(true);
            default -> Optional.empty();
        };
    }

    /** Where the data of a thing comes from, what it holds included. */
    static Origins origins(Thing thing) {
        return origins(thing, 0);
    }

    private static Origins origins(Thing thing, int depth) {
        if (depth > 6) {
            return Origins.NONE;
        }
        return switch (thing) {
            case Thing.Text text -> text.origins();
            case Thing.Unknown unknown -> unknown.origins();
            case Thing.Content content -> content.origins();
            case Thing.Made made -> made.origins.and(origins(made.about, depth + 1));
            case Thing.Either either -> origins(either.choices(), depth);
            case Thing.Row row -> origins(row.elements, depth);
            case Thing.Table table ->
                origins(List.copyOf(table.entries.values()), depth).and(origins(table.others.elements, depth));
            case Thing.Known known ->
                known.name().equals("os.environ") ? Origins.of(Origins.Origin.ENVIRONMENT) : Origins.NONE;
            default -> Origins.NONE;
        };
    }

    private static Origins origins(List<Thing> things, int depth) {
        Origins origins = Origins.NONE;
        for (Thing thing : things.size() > 64 ? things.subList(0, 64) : things) {
            origins = origins.and(origins(thing, depth + 1));
        }
        return origins;
    }

    /** Whether nothing in a thing depends on what is not known. */
    static boolean isKnown(Thing thing) {
        return isKnown(thing, 0);
    }

    private static boolean isKnown(Thing thing, int depth) {
        return depth < 6
                && switch (thing) {
                    case Thing.Text text -> text.value().hasNoHole();
                    case Thing.Constant constant -> true;
                    case Thing.Row row ->
                        !row.open
                                && row.elements.size() <= 256
                                && row.elements.stream().allMatch(element -> isKnown(element, depth + 1));
                    case Thing.Table table ->
                        table.others.elements.isEmpty()
                                && !table.others.open
                                && table.entries.values().stream().allMatch(entry -> isKnown(entry, depth + 1));
                    default -> false;
                };
    }

    static Thing bytes(String known) {
        return new Thing.Text(Value.of(known), true, Origins.NONE);
    }

    /** An object of a library. */
    static Thing.Made made(String type, Thing about, Origins origins) {
        return new Thing.Made(type, about, new HashMap<>(), origins);
    }
}
