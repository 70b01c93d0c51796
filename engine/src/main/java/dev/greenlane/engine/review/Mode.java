package dev.greenlane.engine.review;

import java.util.Arrays;
import java.util.Optional;

/** How much may happen without a question. The names are those that agents use. */
public enum Mode {
    /** Reads only. */
    DEFAULT("default"),
    /** Reads, edits and simple file commands inside the working directory. */
    ACCEPT_EDITS("acceptEdits"),
    /** Reads only; what would change something is denied. */
    PLAN("plan"),
    /** Everything that the policy lets through. */
    AUTO("auto"),
    /** Reads, and what the user's rules allow; the rest is denied. */
    DONT_ASK("dontAsk"),
    /** Everything but what a hard rule denies. */
    BYPASS_PERMISSIONS("bypassPermissions");

    private final String id;

    Mode(String id) {
        this.id = id;
    }

    /** The name that agents use. */
    public String id() {
        return id;
    }

    /** The mode with this name; {@code manual} is another name of {@code default}. */
    public static Optional<Mode> byId(String id) {
        return id.equals("manual")
                ? Optional.of(DEFAULT)
                : Arrays.stream(values()).filter(mode -> mode.id.equals(id)).findFirst();
    }
}
