package dev.greenlane.engine.understand.code.cmd;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts a text at its operators: command by command, without what stands around them (brackets, conditions, {@code @}). */
final class Segments {

    private static final Pattern CONDITION = Pattern.compile(
            "\\G(?:else\\b|(?:if)\\s+(?:/i\\s+)?(?:not\\s+)?(?:/i\\s+)?(?:(?:exist|defined|errorlevel|cmdextversion)\\s+(?:\"[^\"\\n"
                + "]*\"|[^\\s\"]+)|(?:\"[^\"\\n"
                + "]*\"|[^\\s\"=])+\\s*==\\s*(?:\"[^\"\\n"
                + "]*\"|[^\\s\"(])+|(?:\"[^\"\\n"
                + "]*\"|[^\\s\"])+\\s+(?:equ|neq|lss|leq|gtr|geq)\\s+(?:\"[^\"\\n"
                + "]*\"|[^\\s\"(])+)(?=\\s|\\(|$))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOP = Pattern.compile(
            "\\Gfor\\s+((?:/[a-z]\\s+)?(?:\"[^\"\\n]*\"\\s+|[^%\\s\"]+\\s+)?)%%?([a-z#?])\\s+in\\s*\\(",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DO = Pattern.compile("\\G\\s*do\\b\\s*@?", Pattern.CASE_INSENSITIVE);
    private static final Pattern REMARK = Pattern.compile("\\G(?:rem(?=\\s|$)|:)", Pattern.CASE_INSENSITIVE);

    private final String text;
    private int at;
    private int open;
    private boolean pipes;

    Segments(String text) {
        this.text = text;
    }

    /** A loop over words, or over what a command puts out. */
    record Loop(String options, char variable, String set, String body) {}

    boolean hasMore() {
        skip();
        return at < text.length();
    }

    /** Whether the output of the command that was read last goes to the next one. */
    boolean pipes() {
        return pipes;
    }

    /** The loop that begins here; goes on behind it. */
    Optional<Loop> loop() {
        Matcher loop = LOOP.matcher(text);
        if (!loop.find(at) || loop.start() != at) {
            return Optional.empty();
        }
        int close = closing(loop.end());
        String set = text.substring(loop.end(), close);
        Matcher body = DO.matcher(text);
        int from = body.find(Math.min(close + 1, text.length())) && body.start() == close + 1 ? body.end() : close + 1;
        from = Math.min(from, text.length());
        boolean block = from < text.length() && text.charAt(from) == '(';
        int to = block ? closing(from + 1) : lineEnd(from);
        at = Math.min(text.length(), block ? to + 1 : to);
        pipes = false;
        return Optional.of(new Loop(
                loop.group(1).strip(),
                loop.group(2).charAt(0),
                set,
                text.substring(Math.min(block ? from + 1 : from, to), to)));
    }

    /** The text of the command that begins here, up to the operator behind it; goes on behind that. */
    String command() {
        int start = at;
        int end = end(at, false);
        pipes = end < text.length() && text.charAt(end) == '|' && !text.startsWith("||", end);
        at = end;
        if (at < text.length() && text.charAt(at) != ')') {
            at += text.startsWith("||", at) || text.startsWith("&&", at) ? 2 : 1;
        }
        return text.substring(start, end);
    }

    private void skip() {
        boolean moved = true;
        while (moved && at < text.length()) {
            int before = at;
            char c = text.charAt(at);
            if (c == '(') {
                open++;
                at++;
            } else if (c == ')' && open > 0) {
                open--;
                at++;
            } else if (Character.isWhitespace(c) || c == '@' || c == '&' || c == '|' || c == ';' || c == ',') {
                at++;
            } else {
                at = behind(CONDITION, at);
                if (behind(REMARK, at) > at) {
                    int line = text.indexOf('\n', at);
                    at = line < 0 ? text.length() : line;
                }
            }
            moved = at > before;
        }
    }

    private int behind(Pattern pattern, int from) {
        String word = text.substring(from, Math.min(text.length(), from + 4)).toLowerCase(Locale.ROOT);
        if (!word.startsWith("if") && !word.startsWith("else") && !word.startsWith("rem") && !word.startsWith(":")) {
            return from;
        }
        Matcher matcher = pattern.matcher(text.substring(0, lineEndPlain(from)));
        return matcher.find(from) && matcher.start() == from ? matcher.end() : from;
    }

    private int lineEndPlain(int from) {
        int line = text.indexOf('\n', from);
        return Math.min(line < 0 ? text.length() : line, from + 2000);
    }

    /** The end of the line or of the block that {@code from} stands in. */
    private int lineEnd(int from) {
        return end(from, true);
    }

    private int end(int from, boolean line) {
        boolean quoted = false;
        int brackets = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return i;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '^' && !quoted) {
                i++;
            } else if (!quoted && line && c == '(') {
                brackets++;
            } else if (!quoted && c == ')' && brackets-- <= 0 && open > 0) {
                return i;
            } else if (!quoted && !line && (c == '|' || c == '&' && !isPartOfRedirection(i))) {
                return i;
            }
        }
        return text.length();
    }

    private boolean isPartOfRedirection(int ampersand) {
        return ampersand > 0 && (text.charAt(ampersand - 1) == '>' || text.charAt(ampersand - 1) == '<');
    }

    /** Where the bracket closes inside of which {@code from} stands; the end of the text where none does. */
    private int closing(int from) {
        int depth = 1;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '^' && !quoted) {
                i++;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && --depth == 0) {
                return i;
            }
        }
        return text.length();
    }
}
