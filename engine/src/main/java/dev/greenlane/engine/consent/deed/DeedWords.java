package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.data.WordLists;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The data files {@code deeds.yaml} and {@code amounts.yaml}, and patterns that are made of their words. */
public final class DeedWords {

    public static final WordLists DEEDS = WordLists.load("consent/deeds.yaml");
    public static final WordLists AMOUNTS = WordLists.load("consent/amounts.yaml");

    private DeedWords() {}

    /** Any of some words or phrases, as alternatives of a pattern. */
    public static String anyOf(Collection<String> phrases) {
        return phrases.stream()
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** What finds any of some words or phrases that stand alone, in whatever case. */
    public static Pattern whole(Collection<String> phrases) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}_])" + anyOf(phrases) + "(?![\\p{L}\\p{N}_])");
    }

    /** What finds any of some stems at the beginning of a word, in whatever case. */
    static Pattern beginnings(Collection<String> stems) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}_])" + anyOf(stems));
    }

    /** What finds any of some pieces of commands, in whatever case: {@code *} is anything, {@code =} may have spaces around it. */
    static Pattern commands(Collection<String> pieces) {
        return Pattern.compile(pieces.stream()
                .map(piece ->
                        Pattern.quote(piece).replace(" * ", "\\E\\b.*\\b\\Q").replace("=", "\\E\\s*=\\s*\\Q"))
                .map(piece -> piece + "(?![\\p{L}\\p{N}_])")
                .collect(Collectors.joining("|", "(?i)(?:", ")")));
    }
}
