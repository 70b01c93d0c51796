package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import dev.greenlane.engine.listing.Things;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that were said, held against the names of an object. */
final class Names {

    private static final Pattern VERSION = Pattern.compile("v\\d{1,6}(?:\\.\\d.*)?");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}/(?:tcp|udp)");
    private static final String REF = "refs/heads/";

    private Names() {}

    /** Whether a name is the object's own, in full or without what it lies in, or a pattern that has it. */
    static boolean areOf(String name, Item item) {
        String said = normal(name);
        return item.names().stream().map(Names::normal).anyMatch(object -> isNameOf(said, object, item.path()));
    }

    private static boolean isNameOf(String said, String object, boolean path) {
        if (object.equals(said)) {
            return true;
        }
        if (said.length() < 2) {
            return false;
        }
        boolean shorter = object.endsWith("/" + said) || object.endsWith(":" + said);
        boolean longer = said.endsWith("/" + object) && (path || said.contains("://"));
        boolean pattern = Patterns.isPattern(said)
                && (Patterns.matches(said, object)
                        || Patterns.matches(said, object.substring(object.lastIndexOf('/') + 1)));
        return shorter || longer || pattern;
    }

    /**
     * Whether the whole name of an object is among the words that were said: {@code truncate sessions}. A name that several
     * things were listed with tells nothing.
     */
    static boolean areSaid(Mention mention, Item item, Things things) {
        return item.names().stream()
                .filter(name -> name.equals(item.text()) || things.isUnique(name))
                .map(Names::normal)
                .anyMatch(object -> isSaid(mention, object, item, things));
    }

    private static boolean isSaid(Mention mention, String object, Item item, Things things) {
        if (object.contains(" ") || object.contains("@")) {
            Set<String> pieces = new LinkedHashSet<>();
            mention.said().forEach(said -> pieces.addAll(Thing.pieces(said)));
            boolean begun = mention.said().stream().anyMatch(said -> said.endsWith("@") && object.startsWith(said));
            return begun || pieces.containsAll(Thing.pieces(object));
        }
        String last = object.substring(object.lastIndexOf('/') + 1);
        return mention.said().contains(object)
                || last.length() > 2 && mention.said().contains(last) && !endsAnother(last, object, item, things);
    }

    /** Whether another thing was listed whose name ends alike: {@code ana/cache} beside {@code kim/cache}. */
    private static boolean endsAnother(String last, String object, Item item, Things things) {
        return !item.path()
                && things.all().stream()
                        .flatMap(thing -> thing.names().stream())
                        .map(Names::normal)
                        .anyMatch(other ->
                                last(other).equals(last) && !other.endsWith(object) && !object.endsWith(other));
    }

    /** Whether a name is that of what the object lies in. */
    static boolean contain(String name, Item item) {
        String folder = normal(name) + "/";
        return folder.length() > 2
                && item.names().stream()
                        .map(Names::normal)
                        .anyMatch(object -> object.startsWith(folder)
                                || object.contains("/" + folder)
                                || object.contains("://")
                                        && object.substring(object.indexOf("://") + 3)
                                                .startsWith(folder));
    }

    /** A name without what it lies in. */
    static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** A name as people compare names. */
    static String normal(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        text = text.startsWith("./") ? text.substring(2) : text;
        text = text.startsWith(REF) ? text.substring(REF.length()) : text;
        text = !text.isEmpty() && (text.charAt(0) == '#' || text.charAt(0) == '@') ? text.substring(1) : text;
        text = text.startsWith("v") && VERSION.matcher(text).matches() ? text.substring(1) : text;
        text = isPort(text) ? text.substring(0, text.lastIndexOf('/')) : text;
        int end = text.endsWith("/**") ? 3 : text.endsWith("/*") ? 2 : text.endsWith("/") ? 1 : 0;
        return end < text.length() ? text.substring(0, text.length() - end) : text;
    }

    /** {@code 8080/tcp}. */
    private static boolean isPort(String text) {
        return (text.endsWith("/tcp") || text.endsWith("/udp"))
                && PORT.matcher(text).matches();
    }

    /** A name without the marks with which git and others say what sort of name it is. */
    static String bare(String name) {
        String text = name.startsWith("+") ? name.substring(1) : name;
        text = text.startsWith(":") ? text.substring(1) : text;
        int colon = text.indexOf("/:");
        text = colon >= 0 ? text.substring(0, colon + 1) + text.substring(colon + 2) : text;
        return text.replace(REF, "");
    }
}
