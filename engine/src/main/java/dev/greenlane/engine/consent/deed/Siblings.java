package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.listing.Thing;
import java.util.List;
import java.util.Set;

/** Names that are made alike and mean different things: {@code build1} and {@code build2}, {@code pg-live} and {@code pg-test}. */
final class Siblings {

    private static final int LONGEST_PLACE = 12;

    private Siblings() {}

    /** Whether one of the names that were said is not among {@code there}, and a sister of it is among {@code candidates}. */
    static boolean among(Set<String> said, Set<String> there, Set<String> candidates) {
        for (String each : said) {
            String name = Names.normal(each);
            boolean telling = name.length() > 2
                    && !Patterns.isPattern(name)
                    && (name.matches(".*[0-9@._:/-].*") || !stem(name).equals(name));
            if (telling
                    && there.stream().noneMatch(other -> other.contains(name))
                    && candidates.stream().anyMatch(other -> are(name, other))) {
                return true;
            }
        }
        return false;
    }

    private static boolean are(String one, String other) {
        String name = last(one);
        String sister = last(other);
        if (name.equals(sister) || name.isEmpty() || sister.isEmpty()) {
            return false;
        }
        if (name.matches(".*\\d.*") && Thing.shape(name).equals(Thing.shape(sister))) {
            return true;
        }
        if (name.startsWith(sister + "_")
                || name.contains("-") && name.startsWith(sister + "-")
                || sister.startsWith(name + "-") && name.contains("-")) {
            return true;
        }
        boolean placed = !stem(name).equals(name)
                && (!stem(sister).equals(sister) || stem(name).equals(sister));
        if (placed && stem(name).equals(stem(sister))) {
            return true;
        }
        List<String> pieces = List.of(name.split("[^a-z0-9]+"));
        List<String> others = List.of(sister.split("[^a-z0-9]+"));
        if (pieces.size() < 2 || pieces.size() != others.size()) {
            return false;
        }
        int different = 0;
        for (int at = 0; at < pieces.size(); at++) {
            different += pieces.get(at).equals(others.get(at)) ? 0 : 1;
        }
        return different == 1;
    }

    /** A name without the word for a place at its end: {@code billingdev} and {@code billingprod} are {@code billing}. */
    private static String stem(String name) {
        for (int end = Math.max(3, name.length() - LONGEST_PLACE); end < name.length() - 1; end++) {
            if (Lexicon.standard().place(name.substring(end)).isPresent()) {
                return name.substring(0, end);
            }
        }
        for (int begin = Math.min(LONGEST_PLACE, name.length() - 3); begin > 2; begin--) {
            if (Lexicon.standard().place(name.substring(0, begin)).isPresent()
                    && Character.isLetter(name.charAt(begin))) {
                return name.substring(begin);
            }
        }
        return name;
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
