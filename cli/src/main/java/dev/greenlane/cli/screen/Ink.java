package dev.greenlane.cli.screen;

/** What text can look like. */
public enum Ink {
    GOOD("32"),
    DOUBTFUL("33"),
    BAD("31"),
    BOLD("1"),
    DIM("2"),
    UNDERLINED("4"),
    ACCENT("36");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String on(String text) {
        return "\033[" + code + "m" + text + "\033[0m";
    }
}
