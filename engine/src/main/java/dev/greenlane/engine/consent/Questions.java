package dev.greenlane.engine.consent;

import dev.greenlane.engine.bounded.Recent;
import dev.greenlane.engine.consent.deed.Deed;
import dev.greenlane.engine.consent.deed.Item;
import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Lexicon;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A message that asks about just this deed, and orders nothing: {@code if we restart web-1, who notices?} */
final class Questions {

    private static final int KEPT = 512;
    private static final Recent<String, List<String>> ASKED = new Recent<>(KEPT);
    private static final int SHORTEST = 3;
    private static final int LONGEST = 2_000;
    /** What ends with a question mark. */
    private static final Pattern QUESTION = Pattern.compile("[^.!?\\n]*(?:[.!](?=\\S)[^.!?\\n]*)*[?？]");

    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}_./@:-]+");
    private static final Pattern ENDING = Pattern.compile("(?:ing|ed|es|s|d)$");

    private Questions() {}

    /**
     * What a question in the newest message makes of a deed of which nothing else was said: it waits for the answer.
     *
     * @param messages what the user has said, oldest first
     * @param clauses the clauses of it, newest first
     */
    static Opinion about(List<String> messages, List<Clause> clauses, Deed deed, Item item) {
        int newest = messages.size() - 1;
        String message = messages.get(newest);
        if (message.length() > LONGEST
                || clauses.stream().anyMatch(clause -> clause.message() == newest && Hearing.isWish(clause))) {
            return Opinion.UNSAID;
        }
        Set<String> names = item.names().stream()
                .map(name -> name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
                .filter(name -> name.length() >= SHORTEST)
                .collect(Collectors.toSet());
        return ASKED.get(message, Questions::in).stream()
                .filter(question -> speaksOf(question, names, deed))
                .findFirst()
                .<Opinion>map(Opinion.Asked::new)
                .orElse(Opinion.UNSAID);
    }

    private static List<String> in(String message) {
        return QUESTION.matcher(message)
                .results()
                .map(found -> found.group().strip())
                .toList();
    }

    /** Whether one of some names and a word for what the deed does are in a question. */
    private static boolean speaksOf(String question, Set<String> names, Deed deed) {
        List<String> words = List.of(APART.split(question.toLowerCase(Locale.ROOT)));
        return words.stream()
                        .map(word -> word.substring(word.lastIndexOf('/') + 1).replaceFirst("[.:]+$", ""))
                        .anyMatch(names::contains)
                && words.stream().anyMatch(word -> !Collections.disjoint(operations(word), deed.operations()));
    }

    private static Set<String> operations(String word) {
        Lexicon lexicon = Lexicon.standard();
        Set<String> own = lexicon.operations(word);
        return own.isEmpty() ? lexicon.operations(ENDING.matcher(word).replaceFirst("")) : own;
    }
}
