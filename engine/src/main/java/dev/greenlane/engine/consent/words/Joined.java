package dev.greenlane.engine.consent.words;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Verbs with their object joined to them, as Romance languages have it: {@code arrête-le}, {@code bórralo}, {@code apague-os}. */
final class Joined {

    private static final Pattern JOINED = Pattern.compile(
            "(\\p{L}{3,}?)(?:-(?:le|la|les|lui|leur|moi|toi|nous|vous|en|y|o|a|os|as|lo|los|las|me|lhe|lhes|se)"
                    + "|(?<=\\p{L}{4})(?:me|te|se|le|les|nos)?(?:lo|la|los|las)|(?<=\\p{L}{4})(?:me|le|les|nos))");

    private static final int LONGEST = 30;

    private Joined() {}

    /** What such a verb may be without its object; nothing for other words. */
    static Stream<String> stems(String word) {
        Matcher joined = JOINED.matcher(word);
        if (word.length() > LONGEST || !joined.matches()) {
            return Stream.of();
        }
        String stem = joined.group(1);
        return Stream.of(stem, Normalizer.normalize(stem, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
    }
}
