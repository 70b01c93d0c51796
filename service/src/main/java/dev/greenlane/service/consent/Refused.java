package dev.greenlane.service.consent;

/** Something cannot be approved; the reason says why, as a sentence for the person. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    public Refused(String reason) {
        super(reason, null, false, false);
    }

    /** Why. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
