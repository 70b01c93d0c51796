package dev.greenlane.engine.secrets;

import dev.greenlane.syntax.Span;

/**
 * A credential in a text. Never holds the credential itself.
 *
 * @param format the name of its format: {@code github-token}
 * @param span where it stands
 */
public record Secret(String format, Span span) {}
