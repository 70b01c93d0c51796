package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Globs;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.Locale;
import java.util.Optional;

/** What the operators inside {@code ${…}} do to known text. */
final class Parameters {

    private Parameters() {}

    /** The result of {@code operator} on {@code text}; empty where the operator is not one that changes text. */
    static Optional<String> transform(String text, String operator, String argument, Optional<String> second) {
        return switch (operator) {
            case "#" -> Optional.of(withoutPrefix(text, argument, false));
            case "##" -> Optional.of(withoutPrefix(text, argument, true));
            case "%" -> Optional.of(withoutSuffix(text, argument, false));
            case "%%" -> Optional.of(withoutSuffix(text, argument, true));
            case "/", "//", "/#", "/%" -> Optional.of(replace(text, operator, argument, second.orElse("")));
            case "^" ->
                Optional.of(first(
                        text, text.substring(0, Math.min(1, text.length())).toUpperCase(Locale.ROOT)));
            case "^^" -> Optional.of(text.toUpperCase(Locale.ROOT));
            case "," ->
                Optional.of(first(
                        text, text.substring(0, Math.min(1, text.length())).toLowerCase(Locale.ROOT)));
            case ",," -> Optional.of(text.toLowerCase(Locale.ROOT));
            case ":" -> substring(text, argument, second);
            case "~" -> Optional.of(first(text, otherCase(text.substring(0, Math.min(1, text.length())))));
            case "~~" -> Optional.of(otherCase(text));
            case "@" -> at(text, argument);
            default -> Optional.empty();
        };
    }

    private static String first(String text, String head) {
        return text.isEmpty() ? text : head + text.substring(1);
    }

    private static String otherCase(String text) {
        StringBuilder other = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            other.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return other.toString();
    }

    private static Optional<String> at(String text, String letter) {
        return switch (letter) {
            case "U" -> Optional.of(text.toUpperCase(Locale.ROOT));
            case "u" ->
                Optional.of(first(
                        text, text.substring(0, Math.min(1, text.length())).toUpperCase(Locale.ROOT)));
            case "L" -> Optional.of(text.toLowerCase(Locale.ROOT));
            case "Q" -> Optional.of("'" + text.replace("'", "'\\''") + "'");
            case "E" -> Optional.of(Echo.unescaped(text));
            default -> Optional.empty();
        };
    }

    private static String withoutPrefix(String text, String pattern, boolean longest) {
        for (int step = 0; step <= text.length(); step++) {
            int cut = longest ? text.length() - step : step;
            if (Globs.matches(pattern, text.substring(0, cut))) {
                return text.substring(cut);
            }
        }
        return text;
    }

    private static String withoutSuffix(String text, String pattern, boolean longest) {
        for (int step = 0; step <= text.length(); step++) {
            int cut = longest ? step : text.length() - step;
            if (Globs.matches(pattern, text.substring(cut))) {
                return text.substring(0, cut);
            }
        }
        return text;
    }

    private static String replace(String text, String operator, String pattern, String replacement) {
        if (pattern.isEmpty()) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        int at = 0;
        boolean all = operator.equals("//");
        boolean done = false;
        while (at <= text.length()) {
            int end = done && !all || operator.equals("/#") && at > 0
                    ? -1
                    : matchEnd(text, at, pattern, operator.equals("/%"));
            if (end > at) {
                result.append(replacement);
                at = end;
                done = true;
            } else {
                if (at < text.length()) {
                    result.append(text.charAt(at));
                }
                at++;
            }
        }
        return result.toString();
    }

    private static int matchEnd(String text, int at, String pattern, boolean toTheEnd) {
        boolean plain = pattern.chars().noneMatch(c -> c == '*' || c == '?' || c == '[');
        if (plain) {
            int end = at + pattern.length();
            return text.startsWith(pattern, at) && (!toTheEnd || end == text.length()) ? end : -1;
        }
        for (int end = text.length(); end > at; end--) {
            if (Globs.matches(pattern, text.substring(at, end))) {
                return end;
            }
            if (toTheEnd) {
                return -1;
            }
        }
        return -1;
    }

    private static Optional<String> substring(String text, String offset, Optional<String> length) {
        try {
            int from = Integer.parseInt(offset.strip());
            int start = from < 0 ? Math.max(0, text.length() + from) : Math.min(from, text.length());
            int end = text.length();
            if (length.isPresent()) {
                int count = Integer.parseInt(length.get().strip());
                end = count < 0 ? Math.max(start, text.length() + count) : Math.min(text.length(), start + count);
            }
            return Optional.of(text.substring(start, end));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A value as a pattern: globs as they are, known text as it is. */
    static Optional<String> pattern(Value value) {
        return value.pieces().stream().noneMatch(Piece.Hole.class::isInstance)
                ? Optional.of(value.display())
                : Optional.empty();
    }
}
