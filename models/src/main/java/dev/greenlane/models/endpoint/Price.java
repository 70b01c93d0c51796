package dev.greenlane.models.endpoint;

/**
 * What tokens cost, in US dollars for a million.
 *
 * @param input each token of what is asked
 * @param output each token of the answer
 */
public record Price(double input, double output) {
    /** Costs nothing: a model on this machine. */
    public static final Price FREE = new Price(0, 0);

    /** What is assumed where nobody says what a model elsewhere costs: the dearest that are on offer cost about that. */
    public static final Price DEAR = new Price(15, 75);

    private static final double CACHE_READ = 0.1;
    private static final double CACHE_WRITE = 1.25;

    /** What an answer cost, in millionths of a US dollar, rounded up. */
    public long micros(Tokens tokens) {
        double in = tokens.input() + CACHE_READ * tokens.cacheReads() + CACHE_WRITE * tokens.cacheWrites();
        return (long) Math.ceil(in * input + tokens.output() * output);
    }
}
