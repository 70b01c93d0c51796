package dev.greenlane.syntax.shell;

/** What surrounds a run of text, and so which characters are special in it. */
enum Quoting {
    NONE("", false),
    DOUBLE_QUOTES("$`\"\\", true),
    HERE_DOCUMENT("$`\\", true);

    private final String escapable;
    private final boolean quoted;

    Quoting(String escapable, boolean quoted) {
        this.escapable = escapable;
        this.quoted = quoted;
    }

    /** Whether text in it is kept from word splitting, so that quotes and brackets lose their meaning. */
    boolean quoted() {
        return quoted;
    }

    /** Whether a backslash takes the meaning of {@code c}. */
    boolean escapes(int c) {
        return !quoted || c >= 0 && escapable.indexOf(c) >= 0;
    }
}
