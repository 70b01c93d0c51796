package dev.greenlane.engine.understand.code.cmd;

import java.util.ArrayList;
import java.util.List;

/**
 * One command in parts.
 *
 * @param plain its text without redirections, quotes and carets as they stand
 * @param words its words without quotes and carets
 * @param redirections as a POSIX shell says them
 */
record Words(String plain, List<String> words, List<String> redirections) {

    static Words of(String command) {
        List<String> redirections = new ArrayList<>(1);
        StringBuilder plain = new StringBuilder();
        boolean quoted = false;
        int i = 0;
        while (i < command.length()) {
            char c = command.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '^' && !quoted && i + 1 < command.length()) {
                plain.append(c).append(command.charAt(i + 1));
                i += 2;
                continue;
            } else if (!quoted && (c == '>' || c == '<')) {
                i = redirection(command, i, plain, redirections);
                continue;
            }
            plain.append(c);
            i++;
        }
        String text = plain.toString();
        return new Words(text, split(text), List.copyOf(redirections));
    }

    private static int redirection(String command, int at, StringBuilder plain, List<String> redirections) {
        int i = at;
        while (i < command.length() && "<>".indexOf(command.charAt(i)) >= 0) {
            i++;
        }
        String operator = command.substring(at, Math.min(i, at + 2));
        int last = plain.length() - 1;
        boolean number = last >= 0
                && Character.isDigit(plain.charAt(last))
                && (last == 0 || Character.isWhitespace(plain.charAt(last - 1)));
        String from = number ? String.valueOf(plain.charAt(last)) : "";
        if (number) {
            plain.setLength(last);
        }
        if (i < command.length() && command.charAt(i) == '&') {
            return Math.min(command.length(), i + 2);
        }
        while (i < command.length() && Character.isWhitespace(command.charAt(i))) {
            i++;
        }
        int start = i;
        boolean quoted = false;
        while (i < command.length() && (quoted || !Character.isWhitespace(command.charAt(i)))) {
            quoted ^= command.charAt(i) == '"';
            i++;
        }
        String target = unquoted(command.substring(start, i));
        if (!target.isEmpty()) {
            redirections.add(from + operator + " " + Posix.word(target));
        }
        return i;
    }

    /** Words at blanks; in quotes everything counts as it stands. */
    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '"' && quoted && !closes(text, i + 1)) {
                word.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
                any = true;
            } else if (c == '^' && !quoted && i + 1 < text.length()) {
                word.append(text.charAt(++i));
            } else if (Character.isWhitespace(c) && !quoted) {
                if (any || word.length() > 0) {
                    words.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else {
                word.append(c);
            }
        }
        if (any || word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }

    /** Whether a quote behind a backslash ends its word all the same: {@code "C:\folder\"}. */
    private static boolean closes(String text, int quote) {
        boolean last = quote + 1 >= text.length() || Character.isWhitespace(text.charAt(quote + 1));
        return last && text.indexOf('"', quote + 1) < 0;
    }

    /** Text without its quotes and carets. */
    static String unquoted(String text) {
        StringBuilder plain = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '^' && !quoted && i + 1 < text.length()) {
                plain.append(text.charAt(++i));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
