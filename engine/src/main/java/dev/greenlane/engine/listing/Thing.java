package dev.greenlane.engine.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One object that a result has listed. Immutable.
 *
 * @param names what it is called, the most telling one first; never empty
 * @param properties what else was said of it, by column or key in lower case
 * @param context words of the calls that listed it, in lower case
 * @param asked those of the properties that the thing was asked for by, and that stand nowhere beside it: {@code --state failed}
 * @param pieces the pieces of its names and of the other properties, in lower case: {@code alex/fix-12} has {@code alex}, {@code fix},
 *     {@code 12}
 */
public record Thing(
        List<String> names,
        Map<String, String> properties,
        Set<String> context,
        Set<String> asked,
        Set<String> pieces) {

    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z][a-z])");

    public Thing {
        names = List.copyOf(names);
        properties = Map.copyOf(properties);
        context = Set.copyOf(context);
        asked = Set.copyOf(asked);
        pieces = Set.copyOf(pieces);
    }

    private Thing(List<String> names, Map<String, String> properties, Set<String> context, Set<String> asked) {
        this(names, properties, context, asked, pieces(names, properties, asked));
    }

    /**
     * A thing that a result lists.
     *
     * @param filter what the call was asked for, by what that tells of all that it lists
     */
    static Thing listed(
            List<String> names, Map<String, String> properties, Set<String> context, Map<String, String> filter) {
        if (filter.isEmpty()) {
            return new Thing(names, properties, context, Set.of());
        }
        Map<String, String> told = new LinkedHashMap<>(filter);
        told.putAll(properties);
        Set<String> asked = new LinkedHashSet<>(filter.keySet());
        asked.removeAll(properties.keySet());
        return new Thing(names, told, context, asked);
    }

    private static Set<String> pieces(List<String> names, Map<String, String> properties, Set<String> asked) {
        Set<String> pieces = new LinkedHashSet<>();
        names.forEach(name -> add(parted(name), pieces));
        names.forEach(name -> add(name, pieces));
        properties.forEach((key, value) -> {
            if (!asked.contains(key)) {
                add(key.isEmpty() ? parted(value) : "", pieces);
                add(value, pieces);
            }
        });
        return pieces;
    }

    /** The pieces of what it was asked for by, in lower case. */
    public Set<String> askedPieces() {
        Set<String> pieces = new LinkedHashSet<>();
        asked.forEach(key -> add(properties.getOrDefault(key, ""), pieces));
        return pieces;
    }

    /** The pieces of a name, in lower case. */
    public static Set<String> pieces(String name) {
        Set<String> pieces = new LinkedHashSet<>();
        add(name, pieces);
        return pieces;
    }

    /** How a name is made, whatever its numbers: {@code job-12} and {@code job-7} are made alike. */
    public static String shape(String name) {
        return name.replaceAll("\\d+", "#");
    }

    /** How a name is made, whatever its letters and numbers: {@code app/blue/51} and {@code app/green/52} are of one kind. */
    static String kind(String name) {
        String marks = name.replaceAll("[\\p{L}]+", "a").replaceAll("\\d+", "#");
        return marks.length() > 1 ? marks : name;
    }

    /** With gaps before the capitals inside words: {@code TestReconnect} is a reconnect. */
    private static String parted(String text) {
        return CAPITAL.matcher(text).replaceAll(" ");
    }

    private static void add(String text, Set<String> pieces) {
        String lower = text.toLowerCase(Locale.ROOT);
        int start = -1;
        for (int at = 0; at <= lower.length(); at++) {
            boolean inside = at < lower.length() && Character.isLetterOrDigit(lower.charAt(at));
            if (inside && start < 0) {
                start = at;
            } else if (!inside && start >= 0) {
                pieces.add(lower.substring(start, at));
                start = -1;
            }
        }
    }

    /** The same, that goes by one more name. */
    Thing alsoCalled(String name) {
        return new Thing(List.of(name), Map.of(), context, asked).with(this);
    }

    private boolean isTold(String key) {
        return properties.containsKey(key) && !asked.contains(key);
    }

    /** Both descriptions of the same object as one. */
    Thing with(Thing other) {
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(other.names);
        Map<String, String> merged = new LinkedHashMap<>(properties);
        merged.putAll(other.properties);
        Set<String> words = new LinkedHashSet<>(context);
        words.addAll(other.context);
        Set<String> filters = new LinkedHashSet<>();
        merged.keySet().stream()
                .filter(key -> !isTold(key) && !other.isTold(key))
                .forEach(filters::add);
        return new Thing(new ArrayList<>(all), merged, words, filters);
    }
}
