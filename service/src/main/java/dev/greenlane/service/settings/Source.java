package dev.greenlane.service.settings;

/** Who sets something. A later one overrides an earlier one, but {@link #PROJECT} can only tighten. */
public enum Source {
    /** Comes with Greenlane. */
    BUILT_IN,
    /** {@code settings.yaml} of the user. */
    USER,
    /** {@code .greenlane.yaml} of a checked-in project; anybody may have written it. */
    PROJECT,
    /** The organisation's file, which the user cannot write. */
    MANAGED
}
