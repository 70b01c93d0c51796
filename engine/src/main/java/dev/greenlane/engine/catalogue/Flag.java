package dev.greenlane.engine.catalogue;

/**
 * What a flag means.
 *
 * @param form what stands behind it
 * @param values how many words a {@link Form#REQUIRED} value has
 * @param slots where its values go, by {@link Names}; none where it has no meaning for effects
 */
record Flag(Form form, int values, int[] slots) {

    /** What stands behind a flag. */
    enum Form {
        /** Nothing. */
        NONE,
        /** A value, glued or as the next word. */
        REQUIRED,
        /** A value only behind {@code =} or glued. */
        OPTIONAL,
        /** The words up to {@code ;}. */
        COMMAND
    }
}
