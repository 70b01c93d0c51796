package dev.greenlane.service.desk;

/** A call could not be reviewed; the message says why, as a clause. A person decides. */
final class NoReview extends Exception {
    private static final long serialVersionUID = 1L;

    NoReview(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
