package dev.greenlane.engine.policy;

import dev.greenlane.engine.consent.words.Lexicon;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Servers that the words of a command name. One that is called with a full name or a number, and is neither this machine nor for
 * development or tests, serves others. A short name ({@code db}) is most often a container of the project.
 */
final class Servers {

    private static final Set<String> OPTIONS = Set.of(
            "-h", "--host", "--hostname", "-H", "--server", "--bootstrap-server", "--broker-list", "--endpoints");
    private static final Pattern OPTION = Pattern.compile("(-{1,2}[a-zA-Z-]+)=(.+)");
    private static final Pattern ADDRESS =
            Pattern.compile("[a-z][a-z0-9+.-]{1,20}://(?:[^@/]*@)?(\\[[^\\]]+\\]|[^:/?]+).*");
    private static final Pattern NEAR = Pattern.compile(
            "localhost|127\\..*|0\\.0\\.0\\.0|\\[?::1\\]?|.*\\.(?:localhost|local|test|example)|host\\.docker\\.internal");

    private Servers() {}

    /** Whether a command with these words works on a server that serves others. */
    static boolean elsewhere(List<String> words) {
        for (int at = 1; at < words.size(); at++) {
            String word = words.get(at);
            Matcher option = OPTION.matcher(word);
            boolean glued = option.matches() && OPTIONS.contains(option.group(1));
            if (OPTIONS.contains(words.get(at - 1)) && serves(word)
                    || glued && serves(option.group(2))
                    || word.contains("://") && serves(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean serves(String word) {
        String text = word.toLowerCase(Locale.ROOT);
        Matcher address = ADDRESS.matcher(text);
        String host = address.matches()
                ? address.group(1)
                : text.replaceFirst("^[^@]*@", "").replaceFirst("[:/,].*", "");
        if (host.indexOf('.') <= 0 || host.contains("$") || NEAR.matcher(host).matches()) {
            return false;
        }
        for (String piece : host.split("[^a-z]+")) {
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
