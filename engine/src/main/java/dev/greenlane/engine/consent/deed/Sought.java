package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.bounded.Recent;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Words and phrases that are looked for in what was said, as words of their own and in whatever case. What was found is remembered
 * for a while: the same messages are asked about with every call of a session. Thread-safe.
 */
public final class Sought {

    private static final int KEPT = 512;

    private final Pattern pattern;

    private final Recent<String, Boolean> known = new Recent<>(KEPT);

    private Sought(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Any of some words and phrases. */
    public static Sought any(Collection<String> phrases) {
        return new Sought(DeedWords.whole(phrases));
    }

    /** What a pattern finds. */
    public static Sought by(Pattern pattern) {
        return new Sought(pattern);
    }

    /** Whether it stands in a text. */
    public boolean isIn(String said) {
        return known.get(said, text -> pattern.matcher(text).find());
    }
}
