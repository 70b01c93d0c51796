package dev.greenlane.gateway.verdicts;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the client is told of one use of a tool. It runs the use only where it is not flagged. */
public sealed interface PerCall {
    /** Nothing is against it. */
    record NotFlagged() implements PerCall {}

    /**
     * It must not run.
     *
     * @param explanation for the model, plain text of at most 2,000 characters
     */
    record Flagged(String explanation) implements PerCall {}

    /** Nobody could say. */
    record Unavailable(Why why) implements PerCall {}

    /** Why nobody could say; the client tells the model to try again, or not to. */
    enum Why {
        TIMEOUT("timeout"),
        ERROR("error"),
        TRUNCATED("truncated");

        private final String word;

        Why(String word) {
            this.word = word;
        }
    }

    /** As the client reads it. */
    default Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (this) {
            case NotFlagged fine -> {
                json.put("type", "evaluated");
                json.put("outcome", "not_flagged");
            }
            case Flagged flagged -> {
                json.put("type", "evaluated");
                json.put("outcome", "flagged");
                json.put("explanation", flagged.explanation());
            }
            case Unavailable unavailable -> {
                json.put("type", "unavailable");
                json.put("reason", unavailable.why().word);
            }
        }
        return json;
    }

    /** The stricter of two. */
    default PerCall or(PerCall other) {
        return rank(this) >= rank(other) ? this : other;
    }

    private static int rank(PerCall call) {
        return switch (call) {
            case NotFlagged fine -> 0;
            case Unavailable unavailable -> 1;
            case Flagged flagged -> 2;
        };
    }
}
