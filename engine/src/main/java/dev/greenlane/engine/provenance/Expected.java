package dev.greenlane.engine.provenance;

import dev.greenlane.engine.provenance.Provenance.Thing;
import dev.greenlane.engine.provenance.Things.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A thing that a call is to make; whether it did, its output shows.
 *
 * @param name empty where only the output says it
 * @param result what the output shows, with the name as its group; where a name is said, that the thing is new
 */
record Expected(Thing kind, String name, Optional<Pattern> result) {

    private static final int MOST_NAMES = 16;
    private static final int LONGEST_RESULT = 65_536;
    private static final List<String> FAILURES =
            List.of("already exists", "already in use", "fatal:", "error:", "conflict", "denied", "cannot ", "not a ");

    /** What was made, by the output of the call. */
    List<Named> made(String output) {
        String text = output.length() <= LONGEST_RESULT ? output : output.substring(0, LONGEST_RESULT);
        if (result.isEmpty()) {
            return tellsOfFailure(text) ? List.of() : List.of(new Named(kind, name));
        }
        Matcher matcher = result.get().matcher(text);
        List<Named> made = new ArrayList<>();
        while (matcher.find() && made.size() < MOST_NAMES) {
            made.add(new Named(kind, name.isEmpty() ? matcher.group(1) : name));
        }
        return made;
    }

    /** What was made as far as anybody knows who sees no output: what a command says that fails where there is one already. */
    List<Named> made() {
        return result.isEmpty() ? List.of(new Named(kind, name)) : List.of();
    }

    static boolean tellsOfFailure(String output) {
        String text = output.toLowerCase(Locale.ROOT);
        return FAILURES.stream().anyMatch(text::contains);
    }
}
