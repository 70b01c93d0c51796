package dev.greenlane.engine.understand.edit;

/** When code that stands in a file runs. */
public enum Moment {
    /** By itself: at the next login, commit, installation or time of day. */
    LATER("later"),
    /** When somebody runs the file, here. */
    IF_RUN("if-run"),
    /** When somebody runs the file, in a container or on a build machine. */
    IF_RUN_ELSEWHERE("if-run");

    private final String trait;

    Moment(String trait) {
        this.trait = trait;
    }

    /** The trait of effects at this moment. */
    public String trait() {
        return trait;
    }
}
