package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Names that were said, held against the names of an object. */
final class Names {

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

    /** Whether the whole name of an object is among the words that were said: {@code truncate sessions}. */
    static boolean areSaid(Mention mention, Item item) {
        return item.names().stream().map(Names::normal).anyMatch(object -> isSaid(mention, object));
    }

    private static boolean isSaid(Mention mention, String object) {
        if (object.contains(" ") || object.contains("@")) {
            Set<String> pieces = new LinkedHashSet<>();
            mention.said().forEach(said -> pieces.addAll(Thing.pieces(said)));
            boolean begun = mention.said().stream().anyMatch(said -> said.endsWith("@") && object.startsWith(said));
            return begun || pieces.containsAll(Thing.pieces(object));
        }
        String last = object.substring(object.lastIndexOf('/') + 1);
        return mention.said().contains(object)
                || last.length() > 2 && mention.said().contains(last);
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

    static String normal(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceFirst("^\\./", "")
                .replaceFirst("^refs/heads/", "")
                .replaceFirst("^[#@]", "")
                .replaceFirst("(?<=.)/(?:\\*{1,2})?$", "");
    }
}
