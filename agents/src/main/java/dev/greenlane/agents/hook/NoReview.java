package dev.greenlane.agents.hook;

/** There can be no review. The message says why, as a clause that follows "Greenlane could not review this call". */
public final class NoReview extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoReview(String why) {
        super(why);
    }
}
