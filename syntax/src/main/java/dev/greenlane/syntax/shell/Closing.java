package dev.greenlane.syntax.shell;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What ends a list of statements. The end of the text ends every list; whether it may, is for the caller to say. */
enum Closing {
    /** The end of the text alone. */
    END,
    /** A round bracket. */
    BRACKET,
    BRACE(Keyword.CLOSE),
    /** A curly bracket, whatever stands behind it. */
    FUNCTION_SUBSTITUTION,
    THEN(Keyword.THEN),
    /** The end of a branch of {@code if}. */
    BRANCH(Keyword.ELIF, Keyword.ELSE, Keyword.FI),
    DO(Keyword.DO),
    DONE(Keyword.DONE),
    /** The end of a branch of {@code case}, {@code ;;} included. */
    ITEM(Keyword.ESAC);

    private final Set<Keyword> keywords;

    Closing(Keyword... keywords) {
        this.keywords = EnumSet.noneOf(Keyword.class);
        this.keywords.addAll(Set.of(keywords));
    }

    boolean by(@Nullable Keyword keyword) {
        return keywords.contains(keyword);
    }

    boolean hasKeywords() {
        return !keywords.isEmpty();
    }
}
