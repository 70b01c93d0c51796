package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.value.Value;
import java.util.List;
import java.util.Set;

/** Forms of texts that only some languages have: quotes of Perl and Ruby, here-documents, long brackets. One for each source. */
final class SpecialTexts {

    private final Scanner scanner;
    private final Grammar grammar;
    private final String source;

    SpecialTexts(Scanner scanner, Grammar grammar, String source) {
        this.scanner = scanner;
        this.grammar = grammar;
        this.source = source;
    }

    /** Takes the text that begins here, where one of these forms does. */
    boolean begins(char c) {
        int at = scanner.at();
        if (grammar.extras().contains("perl") && Character.isLetter(c) && perlQuote()) {
            return true;
        }
        if (grammar.extras().contains("ruby") && c == '%' && rubyQuote()) {
            return true;
        }
        if (grammar.extras().contains("heredoc") && source.startsWith("<<", at) && document()) {
            return true;
        }
        if (grammar.extras().contains("long-brackets") && source.startsWith("[[", at)) {
            int end = source.indexOf("]]", at);
            int close = end < 0 ? source.length() : end;
            scanner.text(source.substring(at + 2, close));
            scanner.moveTo(close + 2);
            return true;
        }
        return false;
    }

    private boolean perlQuote() {
        int at = scanner.at();
        int end = at;
        while (end < source.length() && Character.isLetter(source.charAt(end)) && end - at < 3) {
            end++;
        }
        String word = source.substring(at, end);
        if (!Set.of("q", "qq", "qx", "qw", "m", "qr", "s", "tr", "y").contains(word) || end >= source.length()) {
            return false;
        }
        boolean name = at > 0 && "$@%&>{".indexOf(source.charAt(at - 1)) >= 0;
        char open = source.charAt(end);
        if (name || Character.isLetterOrDigit(open) || Character.isWhitespace(open) || ",;=)_-.".indexOf(open) >= 0) {
            return false;
        }
        int close = scanner.closing(end);
        String inside = source.substring(end + 1, Math.min(close, source.length()));
        scanner.moveTo(close + 1);
        switch (word) {
            case "q" -> scanner.text(inside);
            case "qq" -> scanner.interpolated(inside, Lexeme.Kind.TEXT);
            case "qx" -> scanner.interpolated(inside, Lexeme.Kind.SHELL);
            case "qw" -> words(inside);
            case "s", "tr", "y" -> replacement(word, open);
            default -> scanner.add(Lexeme.plain(Lexeme.Kind.PATTERN, inside));
        }
        return true;
    }

    /** The second half of a replacement and its flags; with the flag {@code e} the half is code. */
    private void replacement(String word, char open) {
        int at = scanner.at();
        int start = at;
        if (Scanner.closer(open) != open) {
            while (start < source.length() && Character.isWhitespace(source.charAt(start))) {
                start++;
            }
        } else {
            start = at - 1;
        }
        int close = start < source.length() ? scanner.closing(start) : source.length();
        String inside = source.substring(
                Math.min(start + 1, source.length()),
                Math.max(Math.min(start + 1, source.length()), Math.min(close, source.length())));
        int flags = Math.min(source.length(), close + 1);
        int end = flags;
        while (end < source.length() && Character.isLetter(source.charAt(end))) {
            end++;
        }
        scanner.moveTo(end);
        boolean code = word.equals("s") && source.substring(flags, end).indexOf('e') >= 0;
        scanner.add(new Lexeme(Lexeme.Kind.PATTERN, inside, Value.EMPTY, code ? List.of(inside) : List.of()));
    }

    private boolean rubyQuote() {
        int at = scanner.at();
        if (at + 2 >= source.length() || !scanner.patternFits() && !isArgument()) {
            return false;
        }
        char kind = source.charAt(at + 1);
        boolean named = "qQwWxirI".indexOf(kind) >= 0;
        int open = named ? at + 2 : at + 1;
        if (!named && "({[<|".indexOf(kind) < 0
                || Character.isLetterOrDigit(source.charAt(open))
                || Character.isWhitespace(source.charAt(open))) {
            return false;
        }
        int close = scanner.closing(open);
        String inside = source.substring(open + 1, Math.min(close, source.length()));
        scanner.moveTo(close + 1);
        switch (kind) {
            case 'q' -> scanner.text(inside);
            case 'x' -> scanner.interpolated(inside, Lexeme.Kind.SHELL);
            case 'w', 'W', 'i', 'I' -> words(inside);
            case 'r' -> scanner.add(Lexeme.plain(Lexeme.Kind.PATTERN, inside));
            default -> scanner.interpolated(inside, Lexeme.Kind.TEXT);
        }
        return true;
    }

    /** Whether a percent sign here begins an argument: a blank stands before it and none behind it. */
    private boolean isArgument() {
        int at = scanner.at();
        return scanner.isBehindWord()
                && source.charAt(at - 1) == ' '
                && source.charAt(at + 1) != ' '
                && source.charAt(at + 1) != '=';
    }

    private boolean document() {
        int at = scanner.at();
        int start = at + (source.startsWith("<<<", at) ? 3 : 2);
        if (start < source.length() && (source.charAt(start) == '~' || source.charAt(start) == '-')) {
            start++;
        }
        char quote = start < source.length() ? source.charAt(start) : ' ';
        boolean quoted = quote == '\'' || quote == '"';
        int from = quoted ? start + 1 : start;
        int to = from;
        while (to < source.length() && (Character.isLetterOrDigit(source.charAt(to)) || source.charAt(to) == '_')) {
            to++;
        }
        if (to == from || !quoted && !Character.isUpperCase(source.charAt(from))) {
            return false;
        }
        String tag = source.substring(from, to);
        int line = scanner.documentsBegin();
        if (line <= 0) {
            return false;
        }
        int content = line;
        int end = line;
        while (end < source.length()) {
            int next = source.indexOf('\n', end);
            int lineEnd = next < 0 ? source.length() : next;
            String candidate = source.substring(end, lineEnd).strip();
            if (candidate.equals(tag) || candidate.equals(tag + ";")) {
                break;
            }
            end = lineEnd + 1;
        }
        String inside = source.substring(Math.min(content, source.length()), Math.min(end, source.length()));
        int next = source.indexOf('\n', Math.min(end, source.length()));
        scanner.documentsEnd(next < 0 ? source.length() : next + 1);
        scanner.moveTo(quoted ? to + 1 : to);
        if (quote == '\'') {
            scanner.text(inside);
        } else {
            scanner.interpolated(inside, Lexeme.Kind.TEXT);
        }
        return true;
    }

    /** Words with blanks between them, as a list of texts. */
    private void words(String inside) {
        scanner.add(Lexeme.plain(Lexeme.Kind.MARK, "["));
        for (String part : inside.strip().split("\\s+")) {
            scanner.text(part);
            scanner.add(Lexeme.plain(Lexeme.Kind.MARK, ","));
        }
        scanner.add(Lexeme.plain(Lexeme.Kind.MARK, "]"));
    }
}
