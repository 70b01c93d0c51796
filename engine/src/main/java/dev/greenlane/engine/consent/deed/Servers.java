package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Servers that the words of a command name, behind an option or in an address. */
public final class Servers {

    private static final Set<String> OPTIONS = DeedWords.DEEDS.words("options", "server");
    private static final Pattern OPTION = Pattern.compile("(-{1,2}[a-zA-Z-]+)=(.+)");
    private static final Pattern ADDRESS =
            Pattern.compile("[a-z][a-z0-9+.-]{1,20}://(?:[^@/]*@)?(\\[[^\\]]+\\]|[^:/?]+).*");
    private static final Set<String> SHARED = DeedWords.DEEDS.words("servers", "shared");
    private static final Pattern NEAR = Pattern.compile("localhost|127\\..*|0\\.0\\.0\\.0|\\[?::1\\]?|\\.|-.*"
            + "|.*\\.(?:localhost|local|test|example)|host\\.docker\\.internal");

    private Servers() {}

    /**
     * Whether a command with these words works on a server that serves others: one that is called with a full name or a number, and is
     * neither this machine nor for development or tests. A short name ({@code db}) is most often a container of the project, unless
     * it says otherwise ({@code pg-shared}).
     */
    public static boolean serveOthers(List<String> words) {
        return named(words).stream().anyMatch(Servers::servesOthers);
    }

    /** Whether a command with these words works on another machine, whatever it is called. */
    public static boolean areAway(List<String> words) {
        return named(words).stream().anyMatch(host -> !NEAR.matcher(host).matches());
    }

    private static List<String> named(List<String> words) {
        List<String> named = new ArrayList<>();
        for (int at = 1; at < words.size(); at++) {
            String word = words.get(at);
            Matcher option = OPTION.matcher(word);
            if (option.matches() && OPTIONS.contains(option.group(1))) {
                named.add(host(option.group(2)));
            } else if (OPTIONS.contains(words.get(at - 1)) || word.contains("://")) {
                named.add(host(word));
            }
        }
        named.removeIf(String::isEmpty);
        return named;
    }

    private static String host(String word) {
        String text = word.toLowerCase(Locale.ROOT);
        Matcher address = ADDRESS.matcher(text);
        return address.matches()
                ? address.group(1)
                : text.replaceFirst("^[^@]*@", "").replaceFirst("[:/,].*", "");
    }

    private static boolean servesOthers(String host) {
        if (host.contains("$") || NEAR.matcher(host).matches()) {
            return false;
        }
        List<String> pieces = List.of(host.split("[^a-z]+"));
        if (host.indexOf('.') <= 0 && pieces.stream().noneMatch(SHARED::contains)) {
            return false;
        }
        for (String piece : pieces) {
            if (Lexicon.standard().place(piece).filter(Servers::isForTrying).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isForTrying(Lexicon.Place place) {
        return place.dimension().equals("environment") && !place.name().equals("prod");
    }
}
