package dev.greenlane.models.endpoint;

/**
 * How many tokens went through a model.
 *
 * @param input of what was asked, without those from and to the endpoint's cache
 * @param cacheReads of what was asked, found in the endpoint's cache
 * @param cacheWrites of what was asked, put into the endpoint's cache
 * @param output of the answer
 */
public record Tokens(long input, long cacheReads, long cacheWrites, long output) {
    /** None. */
    public static final Tokens NONE = new Tokens(0, 0, 0, 0);

    private static final int CHARACTERS_A_TOKEN = 4;

    /** The sum. */
    public Tokens and(Tokens other) {
        return new Tokens(
                input + other.input,
                cacheReads + other.cacheReads,
                cacheWrites + other.cacheWrites,
                output + other.output);
    }

    /** All but those that were found in the cache. */
    public long fresh() {
        return input + cacheWrites + output;
    }

    /** About how many tokens a text has, where nobody counts: four characters of English make one. */
    public static long about(String text) {
        return (text.length() + CHARACTERS_A_TOKEN - 1L) / CHARACTERS_A_TOKEN;
    }
}
