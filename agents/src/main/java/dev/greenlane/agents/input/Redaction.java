package dev.greenlane.agents.input;

import dev.greenlane.engine.secrets.SecretScanner;

/** Takes secrets out of text that leaves the engine. Thread-safe; the formats are loaded when the first text is told. */
public final class Redaction {
    private static final SecretScanner SECRETS = SecretScanner.load();

    private Redaction() {}

    /** The text with its secrets replaced. */
    public static String of(String text) {
        return SECRETS.redact(text);
    }
}
