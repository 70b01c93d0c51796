package dev.greenlane.cli.screen;

/** Whether to use colour, as the option {@code --color} says it. */
public enum Colour {
    /** On a terminal, unless {@code NO_COLOR} is set or {@code TERM} is {@code dumb}. */
    AUTO,
    ALWAYS,
    NEVER
}
