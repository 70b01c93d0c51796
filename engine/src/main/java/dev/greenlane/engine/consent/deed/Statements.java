package dev.greenlane.engine.consent.deed;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words with which statements for a database say what they do. */
final class Statements {

    private static final int LONGEST = 8_000;

    /** {@code VACUUM FULL events}: the verb of a statement. */
    private static final Pattern VERB = Pattern.compile("(?:^|;)\\s*([A-Za-z]{3,12})(?=\\s)");
    /** {@code SELECT pg_reload_conf()}, {@code rs.stepDown()}: a function that does something. */
    private static final Pattern FUNCTION =
            Pattern.compile("\\b(?:pg_([a-z]{3,12})_?\\w*|[a-z]{2,20}\\.([a-z]{3,12})[A-Z]?\\w*)\\s*\\(");

    private Statements() {}

    static Set<String> verbs(String word) {
        if (word.length() > LONGEST || word.indexOf(' ') < 0 && word.indexOf('(') < 0) {
            return word.matches("[A-Z]{3,12}") ? Set.of(word.toLowerCase(Locale.ROOT)) : Set.of();
        }
        Set<String> verbs = new LinkedHashSet<>();
        Matcher verb = VERB.matcher(word);
        while (verb.find()) {
            verbs.add(verb.group(1).toLowerCase(Locale.ROOT));
        }
        Matcher function = FUNCTION.matcher(word);
        while (function.find()) {
            String name = function.group(1) != null ? function.group(1) : function.group(2);
            verbs.add(name.toLowerCase(Locale.ROOT));
        }
        verbs.remove("select");
        return verbs;
    }
}
