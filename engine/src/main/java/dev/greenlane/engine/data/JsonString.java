package dev.greenlane.engine.data;

import java.util.Optional;

/**
 * A string of a JSON text.
 *
 * @param content what it says, without its escapes
 * @param end where the text goes on behind its closing quote
 */
public record JsonString(String content, int end) {

    private static final int DIGITS = 4;

    /**
     * The string that begins at an opening quote; empty where it does not end, or has an escape that is wrong.
     *
     * @param open where the opening quote stands
     */
    public static Optional<JsonString> at(String text, int open) {
        StringBuilder content = new StringBuilder();
        int at = open + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c != '\\') {
                content.append(c);
                continue;
            }
            if (at >= text.length()) {
                return Optional.empty();
            }
            char escape = text.charAt(at++);
            if (escape == 'u') {
                int code = code(text, at);
                if (code < 0) {
                    return Optional.empty();
                }
                content.append((char) code);
                at += DIGITS;
            } else {
                int known = "nrtbf".indexOf(escape);
                content.append(known < 0 ? escape : "\n\r\t\b\f".charAt(known));
            }
        }
        return at < text.length() ? Optional.of(new JsonString(content.toString(), at + 1)) : Optional.empty();
    }

    /** Four hexadecimal digits; below zero where there are none. */
    private static int code(String text, int from) {
        int code = 0;
        for (int at = from; at < from + DIGITS; at++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            code = 16 * code + digit;
        }
        return code;
    }
}
