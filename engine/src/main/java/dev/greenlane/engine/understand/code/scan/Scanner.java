package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.understand.code.StandIns;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a program apart into words, texts and marks. Comments leave nothing. Takes time in proportion to the text. */
final class Scanner {

    private static final List<String> LONG_MARKS = List.of(
            "<<<", "...", "===", "!==", "<=>", "**=", "||=", "&&=", "??=", "=>", "->", "::", "..", "==", "!=", "<=",
            ">=", "&&", "||", "??", "?.", "+=", "-=", ".=", ":=", "<<", ">>", "=~", "!~", "|&", "++", "--", "<-");
    private static final Set<String> BEFORE_PATTERN = Set.of(
            "return", "split", "grep", "map", "if", "unless", "and", "or", "not", "when", "while", "until", "match",
            "case", "typeof", "in", "join");

    private final Grammar grammar;
    private final String source;
    private final StandIns standIns;
    private final List<Lexeme> lexemes = new ArrayList<>();
    private int at;
    /** How many characters may still be looked at ahead, so that scanning stays linear. */
    private long patience;

    /** Where the text behind the next line end goes on, when here-documents stand there. */
    private int behindDocuments = -1;

    private Scanner(Grammar grammar, String source, StandIns standIns) {
        this.grammar = grammar;
        this.source = source;
        this.standIns = standIns;
        this.patience = 20L * source.length() + 1000;
    }

    static List<Lexeme> scan(Grammar grammar, String source, StandIns standIns) {
        Scanner scanner = new Scanner(grammar, source, standIns);
        while (scanner.at < source.length()) {
            scanner.next();
        }
        return scanner.lexemes;
    }

    private void next() {
        char c = source.charAt(at);
        if (c == '\n') {
            if (!lexemes.isEmpty() && lexemes.get(lexemes.size() - 1).kind() != Lexeme.Kind.LINE_END) {
                lexemes.add(Lexeme.plain(Lexeme.Kind.LINE_END, "\n"));
            }
            at = behindDocuments > at ? behindDocuments : at + 1;
            behindDocuments = -1;
        } else if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '\\'
                && at + 1 < source.length()
                && (source.charAt(at + 1) == '\n' || source.charAt(at + 1) == '\r')) {
            at = source.charAt(at + 1) == '\r' ? at + 3 : at + 2;
        } else if (!comment() && !special(c)) {
            if (grammar.quotes().indexOf(c) >= 0) {
                quoted(c);
            } else if (c == '`' && !grammar.backtick().isEmpty()) {
                backtick();
            } else if (isWordStart(c)) {
                word();
            } else if (Character.isDigit(c)) {
                number();
            } else if (c == '/' && grammar.patterns() && patternFits()) {
                pattern();
            } else {
                mark();
            }
        }
    }

    private boolean comment() {
        for (int i = 0; i + 1 < grammar.blockComments().size(); i += 2) {
            if (source.startsWith(grammar.blockComments().get(i), at)) {
                String close = grammar.blockComments().get(i + 1);
                int end = source.indexOf(close, at + 2);
                at = end < 0 ? source.length() : end + close.length();
                return true;
            }
        }
        for (String start : grammar.lineComments()) {
            if (source.startsWith(start, at)) {
                int end = source.indexOf('\n', at);
                at = end < 0 ? source.length() : end;
                return true;
            }
        }
        return false;
    }

    /** Forms of texts that only some languages have. */
    private boolean special(char c) {
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
            text(source.substring(at + 2, close));
            at = Math.min(source.length(), close + 2);
            return true;
        }
        return false;
    }

    private boolean perlQuote() {
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
        int close = closing(end);
        String inside = source.substring(end + 1, Math.min(close, source.length()));
        at = Math.min(source.length(), close + 1);
        switch (word) {
            case "q" -> text(inside);
            case "qq" -> interpolated(inside, Lexeme.Kind.TEXT);
            case "qx" -> interpolated(inside, Lexeme.Kind.SHELL);
            case "qw" -> {
                lexemes.add(Lexeme.plain(Lexeme.Kind.MARK, "["));
                for (String part : inside.strip().split("\\s+")) {
                    text(part);
                    lexemes.add(Lexeme.plain(Lexeme.Kind.MARK, ","));
                }
                lexemes.add(Lexeme.plain(Lexeme.Kind.MARK, "]"));
            }
            case "s", "tr", "y" -> replacement(word, open);
            default -> lexemes.add(Lexeme.plain(Lexeme.Kind.PATTERN, inside));
        }
        return true;
    }

    /** The second half of a replacement and its flags; with the flag {@code e} the half is code. */
    private void replacement(String word, char open) {
        int start = at;
        if (closer(open) != open) {
            while (start < source.length() && Character.isWhitespace(source.charAt(start))) {
                start++;
            }
        } else {
            start = at - 1;
        }
        int close = start < source.length() ? closing(start) : source.length();
        String inside = source.substring(
                Math.min(start + 1, source.length()),
                Math.max(Math.min(start + 1, source.length()), Math.min(close, source.length())));
        at = Math.min(source.length(), close + 1);
        int flags = at;
        while (at < source.length() && Character.isLetter(source.charAt(at))) {
            at++;
        }
        boolean code = word.equals("s") && source.substring(flags, at).indexOf('e') >= 0;
        lexemes.add(new Lexeme(Lexeme.Kind.PATTERN, inside, Value.EMPTY, code ? List.of(inside) : List.of()));
    }

    private boolean rubyQuote() {
        if (at + 2 >= source.length() || !patternFits() && !isArgument()) {
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
        int close = closing(open);
        String inside = source.substring(open + 1, Math.min(close, source.length()));
        at = Math.min(source.length(), close + 1);
        switch (kind) {
            case 'q' -> text(inside);
            case 'x' -> interpolated(inside, Lexeme.Kind.SHELL);
            case 'w', 'W', 'i', 'I' -> {
                lexemes.add(Lexeme.plain(Lexeme.Kind.MARK, "["));
                for (String part : inside.strip().split("\\s+")) {
                    text(part);
                    lexemes.add(Lexeme.plain(Lexeme.Kind.MARK, ","));
                }
                lexemes.add(Lexeme.plain(Lexeme.Kind.MARK, "]"));
            }
            case 'r' -> lexemes.add(Lexeme.plain(Lexeme.Kind.PATTERN, inside));
            default -> interpolated(inside, Lexeme.Kind.TEXT);
        }
        return true;
    }

    /** Whether a percent sign here begins an argument: a blank stands before it and none behind it. */
    private boolean isArgument() {
        return !lexemes.isEmpty()
                && lexemes.get(lexemes.size() - 1).kind() == Lexeme.Kind.WORD
                && source.charAt(at - 1) == ' '
                && source.charAt(at + 1) != ' '
                && source.charAt(at + 1) != '=';
    }

    private boolean document() {
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
        int line = behindDocuments > at ? behindDocuments : source.indexOf('\n', at) + 1;
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
        behindDocuments = next < 0 ? source.length() : next + 1;
        at = quoted ? Math.min(to + 1, source.length()) : to;
        if (quote == '\'') {
            text(inside);
        } else {
            interpolated(inside, Lexeme.Kind.TEXT);
        }
        return true;
    }

    private static char closer(char open) {
        return switch (open) {
            case '(' -> ')';
            case '[' -> ']';
            case '{' -> '}';
            case '<' -> '>';
            default -> open;
        };
    }

    /** Where the text that opens at {@code open} closes; the end of the source where it does not. */
    private int closing(int open) {
        char first = source.charAt(open);
        char last = closer(first);
        int depth = 0;
        for (int i = open + 1; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                i++;
            } else if (first == '`' && interpolates(first, i)) {
                int close = bracesEnd(source, i + 1);
                i = close < 0 ? i : close - 1;
            } else if (c == last) {
                if (depth == 0) {
                    return i;
                }
                depth--;
            } else if (c == first) {
                depth++;
            }
        }
        return source.length();
    }

    private void quoted(char quote) {
        String triple = String.valueOf(quote).repeat(3);
        boolean three = grammar.extras().contains("triple") && source.startsWith(triple, at);
        int start = at + (three ? 3 : 1);
        int end = start;
        boolean escapes =
                !grammar.doubled() || quote == '"' && grammar.interpolates().equals("$") && !grammar.doubled();
        while (end < source.length()) {
            char c = source.charAt(end);
            if (c == '\\' && escapes) {
                end += 2;
            } else if (interpolates(quote, end)) {
                int close = bracesEnd(source, end + 1);
                end = close < 0 ? end + 1 : close;
            } else if (three ? source.startsWith(triple, end) : c == quote) {
                if (grammar.doubled() && end + 1 < source.length() && source.charAt(end + 1) == quote) {
                    end += 2;
                    continue;
                }
                break;
            } else {
                end++;
            }
        }
        String inside = source.substring(Math.min(start, source.length()), Math.min(end, source.length()));
        at = Math.min(source.length(), end + (three ? 3 : 1));
        if (quote == '"' && !grammar.interpolates().isEmpty()) {
            interpolated(inside, Lexeme.Kind.TEXT);
        } else if (grammar.doubled()) {
            text(inside.replace(String.valueOf(quote).repeat(2), String.valueOf(quote)));
        } else {
            text(quote == '\'' && !grammar.interpolates().isEmpty() ? singleEscapes(inside) : Texts.unescaped(inside));
        }
    }

    /** Whether code in braces begins here, inside a text in such quotes. */
    private boolean interpolates(char quote, int offset) {
        return quote != '\''
                && grammar.interpolates().length() == 2
                && source.startsWith(grammar.interpolates(), offset);
    }

    /** In languages with two sorts of quotes, the single ones know only two escapes. */
    private static String singleEscapes(String text) {
        return text.replace("\\'", "'").replace("\\\\", "\\");
    }

    private void backtick() {
        int close = closing(at);
        String inside = source.substring(at + 1, Math.min(close, source.length()));
        at = Math.min(source.length(), close + 1);
        switch (grammar.backtick()) {
            case "shell" -> interpolated(inside, Lexeme.Kind.SHELL);
            case "name" -> lexemes.add(Lexeme.plain(Lexeme.Kind.WORD, inside));
            default -> interpolated(inside, Lexeme.Kind.TEXT);
        }
    }

    private void text(String known) {
        lexemes.add(new Lexeme(Lexeme.Kind.TEXT, known, standIns.decode(known), List.of()));
    }

    /** A text in which variables stand: each becomes a hole with its name. */
    private void interpolated(String inside, Lexeme.Kind kind) {
        List<Piece> pieces = new ArrayList<>();
        List<String> inner = new ArrayList<>(0);
        StringBuilder plain = new StringBuilder();
        int i = 0;
        while (i < inside.length()) {
            char c = inside.charAt(i);
            int end = c == '\\' ? -1 : variableEnd(inside, i);
            if (c == '\\' && i + 1 < inside.length()) {
                plain.append(c).append(inside.charAt(i + 1));
                i += 2;
            } else if (end > 0) {
                flush(plain, pieces);
                String name = inside.substring(i, end);
                boolean braces = name.startsWith("#{") || name.startsWith("${");
                String expression =
                        braces ? name.substring(2, name.length() - 1).strip() : name;
                if (braces && !expression.matches("[A-Za-z_$@][\\w.$]*")) {
                    inner.add(expression);
                }
                String shown = grammar.interpolates().equals("$") && braces ? "$" + expression : expression;
                pieces.add(new Piece.Hole(shown, "is computed"));
                i = end;
            } else {
                plain.append(c);
                i++;
            }
        }
        flush(plain, pieces);
        lexemes.add(new Lexeme(kind, inside, new Value(pieces), List.copyOf(inner)));
    }

    private void flush(StringBuilder plain, List<Piece> pieces) {
        if (!plain.isEmpty()) {
            pieces.addAll(standIns.decode(Texts.unescaped(plain.toString())).pieces());
            plain.setLength(0);
        }
    }

    /** Where a variable that begins at {@code start} ends; -1 where none begins. */
    private int variableEnd(String text, int start) {
        String way = grammar.interpolates();
        if (way.length() == 2) {
            return text.startsWith(way, start) ? bracesEnd(text, start + 1) : -1;
        }
        char c = text.charAt(start);
        if (c != '$' && !(c == '@' && grammar.sigils().indexOf('@') >= 0)) {
            return -1;
        }
        int next = start + 1;
        if (next >= text.length()) {
            return -1;
        }
        if (text.charAt(next) == '{') {
            return bracesEnd(text, next);
        }
        if (!Character.isLetter(text.charAt(next)) && text.charAt(next) != '_') {
            boolean digit = Character.isDigit(text.charAt(next)) || text.charAt(next) == '&';
            return digit && c == '$' ? next + 1 : -1;
        }
        while (next < text.length() && (Character.isLetterOrDigit(text.charAt(next)) || text.charAt(next) == '_')) {
            next++;
        }
        while (next < text.length()
                && (text.charAt(next) == '[' || text.charAt(next) == '{' || text.startsWith("->", next))) {
            int open = text.startsWith("->", next) ? next + 2 : next;
            if (open >= text.length() || text.charAt(open) != '[' && text.charAt(open) != '{') {
                break;
            }
            int close = text.indexOf(text.charAt(open) == '[' ? ']' : '}', open);
            if (close < 0) {
                break;
            }
            next = close + 1;
        }
        return next;
    }

    private int bracesEnd(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length() && patience > 0; i++) {
            patience--;
            if (text.charAt(i) == '{') {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private boolean isWordStart(char c) {
        return Character.isLetter(c)
                || c == '_'
                || Character.getType(c) == Character.PRIVATE_USE
                || grammar.sigils().indexOf(c) >= 0
                        && at + 1 < source.length()
                        && (isWordPart(source.charAt(at + 1)) || c == '$' && source.charAt(at + 1) == '_');
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.getType(c) == Character.PRIVATE_USE;
    }

    private void word() {
        int start = at;
        at++;
        boolean dots = grammar.extras().contains("dotted-words");
        boolean dollars = grammar.sigils().indexOf('$') >= 0;
        while (at < source.length()
                && (isWordPart(source.charAt(at))
                        || dollars && source.charAt(at) == '$'
                        || dots && source.charAt(at) == '.')) {
            at++;
        }
        if (at < source.length()
                && (source.charAt(at) == '?' || source.charAt(at) == '!')
                && grammar.extras().contains("ruby")) {
            boolean operator = source.startsWith("!=", at) || source.startsWith("? ", at);
            at += operator ? 0 : 1;
        }
        String word = source.substring(start, at);
        lexemes.add(new Lexeme(Lexeme.Kind.WORD, word, standIns.decode(word), List.of()));
    }

    private void number() {
        int start = at;
        while (at < source.length() && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '_')) {
            at++;
        }
        lexemes.add(Lexeme.plain(Lexeme.Kind.NUMBER, source.substring(start, at)));
    }

    /** Whether a slash here begins a pattern and does not divide. */
    private boolean patternFits() {
        if (lexemes.isEmpty()) {
            return true;
        }
        Lexeme last = lexemes.get(lexemes.size() - 1);
        return switch (last.kind()) {
            case MARK -> !last.is(")") && !last.is("]") && !last.is("}") || last.is("}") && grammar.bareCalls();
            case LINE_END -> true;
            case WORD -> BEFORE_PATTERN.contains(last.text());
            default -> false;
        };
    }

    private void pattern() {
        boolean inClass = false;
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != '\n' && patience > 0) {
            patience--;
            char c = source.charAt(end);
            if (c == '\\') {
                end++;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '/' && !inClass) {
                break;
            }
            end++;
        }
        if (end >= source.length() || source.charAt(end) != '/') {
            mark();
            return;
        }
        lexemes.add(Lexeme.plain(Lexeme.Kind.PATTERN, source.substring(at + 1, end)));
        at = end + 1;
        while (at < source.length() && Character.isLetter(source.charAt(at))) {
            at++;
        }
    }

    private void mark() {
        for (String mark : LONG_MARKS) {
            if (source.startsWith(mark, at)) {
                lexemes.add(Lexeme.plain(Lexeme.Kind.MARK, mark));
                at += mark.length();
                return;
            }
        }
        lexemes.add(Lexeme.plain(Lexeme.Kind.MARK, source.substring(at, at + 1)));
        at++;
    }
}
