package dev.greenlane.api;

/** The service gave no answer; the message says why, as a clause for a person. */
public final class ServiceProblem extends Exception {
    private static final long serialVersionUID = 1L;

    public ServiceProblem(String reason) {
        super(reason, null, false, false);
    }

    /** Why, as a clause. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
