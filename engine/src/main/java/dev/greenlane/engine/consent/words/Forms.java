package dev.greenlane.engine.consent.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Forms of English words. */
final class Forms {

    /** {@code vms}: too short to be told from words that end so by themselves. */
    private static final Pattern ABBREVIATED = Pattern.compile("(?:vm|db|ip|pr|mr|pv)s");

    private Forms() {}

    /** A verb as it stands in {@code it deletes}, {@code it was deleted}, {@code deleting}. */
    enum Form {
        BASE,
        THIRD,
        PAST,
        ING
    }

    /** A form of a verb. */
    record Inflected(String text, Form form) {}

    /** The forms of a verb besides its base form; none for words of other languages. */
    static List<Inflected> of(String verb) {
        List<Inflected> forms = new ArrayList<>();
        if (!verb.matches("[a-z-]{2,}")) {
            return forms;
        }
        char last = verb.charAt(verb.length() - 1);
        boolean consonantY = last == 'y' && "aeiou".indexOf(verb.charAt(verb.length() - 2)) < 0;
        String stem = consonantY ? verb.substring(0, verb.length() - 1) + "i" : verb;
        boolean hissing = verb.matches(".*(?:s|x|z|ch|sh|o)");
        forms.add(new Inflected(consonantY ? stem + "es" : verb + (hissing ? "es" : "s"), Form.THIRD));
        if (last == 'e') {
            forms.add(new Inflected(verb + "d", Form.PAST));
            forms.add(new Inflected(verb.substring(0, verb.length() - 1) + "ing", Form.ING));
        } else {
            forms.add(new Inflected(stem + "ed", Form.PAST));
            forms.add(new Inflected(verb + "ing", Form.ING));
            if (verb.matches(".*[^aeiou][aeiou][^aeiouwxy]")) {
                forms.add(new Inflected(verb + last + "ed", Form.PAST));
                forms.add(new Inflected(verb + last + "ing", Form.ING));
            }
        }
        return forms;
    }

    /** The participles of a verb of French, Spanish, Portuguese or German in its infinitive: {@code supprimé}, {@code gelöscht}. */
    static List<String> participles(String infinitive) {
        if (infinitive.length() < 5 || infinitive.contains(" ")) {
            return List.of();
        }
        String stem = infinitive.substring(0, infinitive.length() - 2);
        List<String> found = new ArrayList<>();
        if (infinitive.endsWith("er")) {
            List.of("é", "ée", "és", "ées").forEach(end -> found.add(stem + end));
        }
        if (infinitive.endsWith("ar")) {
            List.of("ado", "ada", "ados", "adas").forEach(end -> found.add(stem + end));
        }
        if (infinitive.endsWith("er") || infinitive.endsWith("ir")) {
            List.of("ido", "ida", "idos", "idas").forEach(end -> found.add(stem + end));
        }
        if (infinitive.endsWith("ieren")) {
            found.add(stem + "t");
        } else if (infinitive.endsWith("en")) {
            found.add("ge" + stem + "t");
        }
        return found;
    }

    /** A noun without the mark of the plural. */
    static String singular(String noun) {
        if (ABBREVIATED.matcher(noun).matches()) {
            return noun.substring(0, 2);
        }
        if (noun.length() < 4
                || !noun.endsWith("s")
                || noun.endsWith("ss")
                || noun.endsWith("us")
                || noun.endsWith("is")) {
            return noun;
        }
        if (noun.endsWith("ies")) {
            return noun.substring(0, noun.length() - 3) + "y";
        }
        if (noun.matches(".*(?:ch|sh|x|ss|z)es")) {
            return noun.substring(0, noun.length() - 2);
        }
        return noun.substring(0, noun.length() - 1);
    }
}
