package dev.greenlane.engine.listing;

import dev.greenlane.engine.data.WordLists;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How listings write in what state a thing is: {@code Exited (137) 3 days ago}, {@code PD}, {@code active (running)}. */
public final class States {

    private static final WordLists DATA = WordLists.load("consent/states.yaml");

    private static final Map<String, String> SHOWN = DATA.meanings("shown");
    private static final Map<String, String> CODES = DATA.meanings("codes");
    private static final Set<String> COLUMNS =
            Set.of("state", "status", "st", "s", "stat", "phase", "conclusion", "active");
    private static final int LONGEST = 60;
    private static final int LONGEST_PHRASE = 3;
    private static final Pattern REMARK = Pattern.compile("(\\p{L}{2,20}) (?:\\d|\\(|less |about |an? )[^\\t]{0,40}");
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}_-]+");

    private States() {}

    /** The states that a listing tells of a thing, in the terms of {@code states.yaml}; empty where it tells none. */
    public static Set<String> of(Thing thing) {
        Set<String> states = new LinkedHashSet<>();
        thing.properties().forEach((key, value) -> {
            if (!Collections.disjoint(Thing.pieces(key), COLUMNS)) {
                begins(value).ifPresent(states::add);
            }
        });
        return states;
    }

    /** Whether a cell is nothing but a state, with a number or a remark behind it: {@code Up 3 days}. */
    static boolean isState(String cell) {
        String text = cell.strip().toLowerCase(Locale.ROOT);
        Matcher remark = REMARK.matcher(text);
        return SHOWN.containsKey(remark.matches() ? remark.group(1) : text);
    }

    /** The state with whose words a text begins. */
    private static Optional<String> begins(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (CODES.containsKey(lower)) {
            return Optional.of(CODES.get(lower));
        }
        String[] words = APART.split(lower);
        for (int count = Math.min(LONGEST_PHRASE, words.length); count > 0; count--) {
            String state = SHOWN.get(String.join(" ", List.of(words).subList(0, count)));
            if (state != null) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
