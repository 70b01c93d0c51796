package dev.greenlane.engine.consent.words;

import java.util.regex.Pattern;

/** What a turn of phrase in a sentence tells; {@code wordings.yaml} lists them. */
public enum Wording {
    /** Goes on with what was ordered before: {@code also}. */
    ADDS,
    /** The same is to be done elsewhere: {@code do the same}. */
    REPEATS,
    /** Goes on about the thing that was spoken of: {@code its}. */
    BELONGS,
    /** Tells of something how it is: {@code it is only a cache}. */
    TELLS,
    /** Gives the name of what was spoken of: {@code that's web-1}. */
    NAMES,
    /** What goes on about what was spoken of: {@code this file is generated, and must remain untouched}. */
    STAYS,
    /** A point in time. */
    MOMENT,
    /** What was not spoken of: {@code the others}. */
    REST,
    /** More than was spoken of: {@code extra}. */
    MORE,
    /** How often, or by whom: {@code twice}. */
    AGAIN,
    /** What has to be done, sooner or later: {@code we have to}. */
    NEED,
    /** What somebody is to be able to do is no deed. */
    ABLE,
    /** What is possible then: {@code it can be deleted}. */
    ENABLED,
    /** A wish: {@code should}. */
    WANTS,
    /** How things are, were, or will be by somebody else. */
    REPORTS,
    /** May stand before the verb of an order: {@code can you}. */
    LEADS;

    private final String expression = Wordings.of(name());
    private final Pattern pattern = Pattern.compile("(?iu)" + expression);

    /** Whether a text begins so. */
    public boolean begins(String text) {
        return pattern.matcher(text).lookingAt();
    }

    /** Whether it is said anywhere in a text. */
    public boolean in(String text) {
        return pattern.matcher(text).find();
    }

    /** A regular expression, to be joined with what stands around it. */
    public String expression() {
        return expression;
    }
}
