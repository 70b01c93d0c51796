package dev.greenlane.agents.install;

/** A settings file is not in a state in which it can be changed safely; the message says why, as a clause. */
public final class NotEditable extends Exception {
    private static final long serialVersionUID = 1L;

    NotEditable(String reason) {
        super(reason, null, false, false);
    }

    /** Why, as a clause. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
