package dev.greenlane.engine.policy.condition;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is compiled when it is first used: most calls need none. The patterns are RE2's, which take time linear in
 * the text. Thread-safe; equal when the text is.
 */
public final class LazyPattern {

    private final String text;
    private volatile @Nullable Pattern compiled;

    /** A pattern that is known to be right. */
    public LazyPattern(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Whether it matches somewhere in {@code where}. */
    boolean findsIn(String where) {
        Pattern pattern = compiled;
        if (pattern == null) {
            pattern = Pattern.compile(text);
            compiled = pattern;
        }
        return pattern.matcher(where).find();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LazyPattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
