package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.understand.code.StandIns;
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
    private final Interpolation interpolation;
    private final SpecialTexts special;

    /** Where the text behind the next line end goes on, when here-documents stand there. */
    private int behindDocuments = -1;

    private Scanner(Grammar grammar, String source, StandIns standIns) {
        this.grammar = grammar;
        this.source = source;
        this.standIns = standIns;
        this.interpolation = new Interpolation(grammar, standIns, source.length());
        this.special = new SpecialTexts(this, grammar, source);
    }

    static List<Lexeme> scan(Grammar grammar, String source, StandIns standIns) {
        Scanner scanner = new Scanner(grammar, source, standIns);
        while (scanner.at < source.length()) {
            scanner.next();
        }
        return scanner.lexemes;
    }

    int at() {
        return at;
    }

    /** Goes on from there. */
    void moveTo(int place) {
        at = Math.min(source.length(), place);
    }

    void add(Lexeme lexeme) {
        lexemes.add(lexeme);
    }

    /** Whether the last thing was a word. */
    boolean isBehindWord() {
        return !lexemes.isEmpty() && lexemes.get(lexemes.size() - 1).kind() == Lexeme.Kind.WORD;
    }

    /** Where the first here-document of this line begins that was not read; 0 where no line follows. */
    int documentsBegin() {
        return behindDocuments > at ? behindDocuments : source.indexOf('\n', at) + 1;
    }

    /** Notes where the text goes on behind the here-documents of this line. */
    void documentsEnd(int place) {
        behindDocuments = place;
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
        } else if (!comment() && !special.begins(c)) {
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

    static char closer(char open) {
        return switch (open) {
            case '(' -> ')';
            case '[' -> ']';
            case '{' -> '}';
            case '<' -> '>';
            default -> open;
        };
    }

    /** Where the text that opens at {@code open} closes; the end of the source where it does not. */
    int closing(int open) {
        char first = source.charAt(open);
        char last = closer(first);
        int depth = 0;
        for (int i = open + 1; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                i++;
            } else if (first == '`' && interpolates(first, i)) {
                int close = interpolation.bracesEnd(source, i + 1);
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
                int close = interpolation.bracesEnd(source, end + 1);
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

    /** Adds a text in which variables stand. */
    void interpolated(String inside, Lexeme.Kind kind) {
        lexemes.add(interpolation.text(inside, kind));
    }

    /** Adds a text. */
    void text(String known) {
        lexemes.add(new Lexeme(Lexeme.Kind.TEXT, known, standIns.decode(known), List.of()));
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
    boolean patternFits() {
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
        while (end < source.length() && source.charAt(end) != '\n' && interpolation.isPatient()) {
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
