package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.listing.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options whose value is another than was said of just that: {@code under the next tag}, and {@code --tag latest}. */
public final class OptionValues {

    private static final Set<String> NOUNS = DeedWords.DEEDS.words("set by options", "noun");
    private static final Set<String> KNOWN = DeedWords.DEEDS.words("set by options", "value");
    private static final String NOUN = DeedWords.anyOf(NOUNS);
    private static final String VALUE = "[\"'`]?([\\p{L}\\p{N}][\\p{L}\\p{N}._/-]*)[\"'`]?";
    private static final Pattern SAID = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}_-])(?:" + VALUE + "\\s+(" + NOUN + ")|("
            + NOUN + ")\\s+(?:named\\s+|called\\s+)?" + VALUE + ")(?![\\p{L}\\p{N}_-])");
    private static final int LONGEST = 2_000;

    /** A noun of an option, and what the option is set to. */
    private record Setting(String noun, String value) {}

    private OptionValues() {}

    /** Whether the words say another value of such an option than the call has. */
    public static boolean contradict(String quote, Deed deed) {
        List<Setting> options = options(deed);
        if (options.isEmpty() || quote.length() > LONGEST) {
            return false;
        }
        Matcher said = SAID.matcher(quote.toLowerCase(Locale.ROOT));
        for (int from = 0; said.find(from); from = Math.max(said.start() + 1, firstEnd(said))) {
            String noun = said.group(2) == null ? said.group(3) : said.group(2);
            String value = said.group(2) == null ? said.group(4) : said.group(1);
            boolean other = isValue(value)
                    && options.stream().anyMatch(option -> option.noun().equals(noun))
                    && options.stream()
                            .filter(option -> option.noun().equals(noun))
                            .noneMatch(option -> option.value().contains(value) || quote.contains(option.value()));
            if (other) {
                return true;
            }
        }
        return false;
    }

    /** Whether an argument of a tool is such an option. */
    static boolean isNoun(String argument) {
        return NOUNS.contains(argument.toLowerCase(Locale.ROOT));
    }

    private static int firstEnd(Matcher said) {
        return said.group(2) == null ? said.end(3) : said.start(2);
    }

    /** Whether a word is the name of something, or one of the words that such options are set to. */
    private static boolean isValue(String word) {
        return KNOWN.contains(word)
                || word.chars().anyMatch(Character::isDigit) && word.chars().anyMatch(Character::isLetter)
                || Lexicon.standard().place(word).isPresent();
    }

    private static List<Setting> options(Deed deed) {
        List<Setting> found = new ArrayList<>();
        List<String> words = deed.within().isEmpty() ? deed.command() : deed.within();
        if (words.size() > 2 && NOUNS.contains(words.get(1))) {
            found.add(new Setting(words.get(1), String.join(" ", words.subList(2, words.size()))));
        }
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            String value = equals >= 0 ? word.substring(equals + 1) : at + 1 < words.size() ? words.get(at + 1) : "";
            if (name.startsWith("--") && !value.isEmpty() && !value.startsWith("-")) {
                Thing.pieces(name).stream()
                        .filter(NOUNS::contains)
                        .forEach(noun -> found.add(new Setting(noun, value.toLowerCase(Locale.ROOT))));
            }
        }
        return found;
    }
}
