package dev.greenlane.syntax.shell;

import org.jspecify.annotations.Nullable;

/**
 * A place in a text. A backslash with a newline behind it is not seen: {@link #peek} steps over it, as the shell does
 * everywhere but in single quotes and comments.
 */
final class Cursor {
    static final int END = -1;

    private final String text;
    private int position;
    private int limit;
    private int wordEnd;

    Cursor(String text) {
        this.text = text;
        this.limit = text.length();
    }

    int position() {
        return position;
    }

    void moveTo(int position) {
        this.position = position;
    }

    /** Where reading ends. */
    int limit() {
        return limit;
    }

    void limitTo(int limit) {
        this.limit = limit;
    }

    /** The character here, or {@link #END}. */
    int peek() {
        position = visible(position);
        return position < limit ? text.charAt(position) : END;
    }

    /** The character behind the one that {@link #peek} told. */
    int peekSecond() {
        int second = visible(position + 1);
        return second < limit ? text.charAt(second) : END;
    }

    /** The second character behind the one that {@link #peek} told. */
    int peekThird() {
        int third = visible(visible(position + 1) + 1);
        return third < limit ? text.charAt(third) : END;
    }

    private int visible(int from) {
        int p = from;
        while (p + 1 < limit && text.charAt(p) == '\\' && text.charAt(p + 1) == '\n') {
            p += 2;
        }
        return p;
    }

    /** The character at {@code at} as it stands there, or {@link #END}. */
    int raw(int at) {
        return at < limit ? text.charAt(at) : END;
    }

    /** Steps over the character that {@link #peek} told. */
    void next() {
        position++;
    }

    /** Steps over {@code count} visible characters. */
    void next(int count) {
        for (int i = 0; i < count; i++) {
            position = visible(position) + 1;
        }
    }

    boolean take(char c) {
        if (peek() == c) {
            position++;
            return true;
        }
        return false;
    }

    boolean atNewline() {
        int c = peek();
        return c == '\n' || c == '\r' && raw(position + 1) == '\n';
    }

    /** Takes {@code \n} or {@code \r\n}. */
    void takeNewline() {
        position += text.charAt(position) == '\r' ? 2 : 1;
    }

    /** Steps over blanks, and a comment where one starts here. The place must be one where a token may start. */
    void skipBlanks() {
        while (Chars.isBlank(peek())) {
            position++;
        }
        if (position < limit && text.charAt(position) == '#') {
            int newline = text.indexOf('\n', position, limit);
            position = newline < 0 ? limit : newline;
        }
    }

    /** Takes a name, if one starts here. */
    @Nullable
    String takeName() {
        if (!Chars.startsName(peek())) {
            return null;
        }
        int start = position;
        int end = start + 1;
        while (end < limit && Chars.isName(text.charAt(end))) {
            end++;
        }
        position = end;
        String name = text.substring(start, end);
        return Chars.isName(peek()) ? name + takeDigitsAndLetters() : name;
    }

    private String takeDigitsAndLetters() {
        StringBuilder more = new StringBuilder();
        for (int c = peek(); Chars.isName(c); c = peek()) {
            more.append((char) c);
            next();
        }
        return more.toString();
    }

    /** The keyword that stands here as a whole word; it is not taken. */
    @Nullable
    Keyword keyword() {
        if (!Keyword.mayStartWith(peek())) {
            return null;
        }
        String word = bareWord(Keyword.LONGEST);
        return word == null ? null : Keyword.of(word);
    }

    /** The word that stands here, if it is not longer than {@code longest} and has no quotes; it is not taken. */
    @Nullable
    String bareWord(int longest) {
        int start = position;
        int end = start;
        while (end < limit && end - start <= longest && isBare(text.charAt(end))) {
            end++;
        }
        if (end - start > longest) {
            return null;
        }
        if (end >= limit || Chars.endsWord(text.charAt(end)) || isLineEnd(end)) {
            wordEnd = end;
            return text.substring(start, end);
        }
        return text.charAt(end) == '\\' ? brokenBareWord(longest) : null;
    }

    private @Nullable String brokenBareWord(int longest) {
        int start = position;
        StringBuilder word = new StringBuilder();
        int c = peek();
        while (c != END && isBare((char) c) && word.length() <= longest) {
            word.append((char) c);
            next();
            wordEnd = position;
            c = peek();
        }
        boolean whole = c == END || Chars.endsWord(c) || isLineEnd(position);
        position = start;
        return whole && word.length() <= longest ? word.toString() : null;
    }

    private boolean isBare(char c) {
        return Chars.isPlain(c);
    }

    private boolean isLineEnd(int at) {
        return text.charAt(at) == '\r' && raw(at + 1) == '\n';
    }

    /** Takes what {@link #keyword} or {@link #bareWord} told. */
    void takeBareWord() {
        position = wordEnd;
    }

    boolean takeKeyword(Keyword keyword) {
        if (keyword() == keyword) {
            position = wordEnd;
            return true;
        }
        return false;
    }

    /** What stands here, for a message. */
    String describe() {
        int c = peek();
        if (c == END) {
            return "end of text";
        }
        if (atNewline()) {
            return "end of line";
        }
        int end = position + 1;
        if (Chars.endsWord(c)) {
            while (end < limit && end < position + 3 && text.charAt(end) == c) {
                end++;
            }
        } else {
            while (end < limit && end < position + 20 && !Chars.endsWord(text.charAt(end))) {
                end++;
            }
        }
        return "`" + text.substring(position, end) + "`";
    }
}
