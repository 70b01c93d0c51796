package dev.greenlane.engine.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One object that a result has listed. Immutable.
 *
 * @param names what it is called, the most telling one first; never empty
 * @param properties what else was said of it, by column or key in lower case
 * @param context words of the calls that listed it, in lower case
 * @param pieces the pieces of its names and properties, in lower case: {@code alex/fix-12} has {@code alex}, {@code fix},
 *     {@code 12}
 */
public record Thing(List<String> names, Map<String, String> properties, Set<String> context, Set<String> pieces) {

    public Thing {
        names = List.copyOf(names);
        properties = Map.copyOf(properties);
        context = Set.copyOf(context);
        pieces = Set.copyOf(pieces);
    }

    Thing(List<String> names, Map<String, String> properties, Set<String> context) {
        this(names, properties, context, pieces(names, properties));
    }

    private static Set<String> pieces(List<String> names, Map<String, String> properties) {
        Set<String> pieces = new LinkedHashSet<>();
        names.forEach(name -> add(name, pieces));
        properties.values().forEach(value -> add(value, pieces));
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
        return new Thing(List.of(name), Map.of(), context).with(this);
    }

    /** Both descriptions of the same object as one. */
    Thing with(Thing other) {
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(other.names);
        Map<String, String> merged = new LinkedHashMap<>(properties);
        merged.putAll(other.properties);
        Set<String> words = new LinkedHashSet<>(context);
        words.addAll(other.context);
        return new Thing(new ArrayList<>(all), merged, words);
    }
}
