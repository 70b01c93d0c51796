package dev.greenlane.engine.consent.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, a name or a mark in a message.
 *
 * @param text as written, without quotes
 * @param lower the same in lower case, with plain apostrophes
 * @param start where it begins in the message
 * @param end where it ends
 */
record Token(Kind kind, String text, String lower, int start, int end) {

    enum Kind {
        /** A word of a language. */
        WORD,
        /** Something that names an object: quoted, or with the marks of an identifier, a path, an address. */
        NAME,
        /** A mark that ends or divides a sentence. */
        MARK
    }

    private static final int MOST = 2_000;

    /** Letters and digits of scripts that put blanks between words. */
    private static final String PART =
            "[a-zA-Z0-9[\\p{L}\\p{N}&&[^\\u3005-\\u3007\\u3040-\\u30FF\\u3400-\\u9FFF\\uAC00-\\uD7AF]]]";

    private static final Pattern PIECE = Pattern.compile(
            "`([^`\\n]{1,400})`" // `name`
                    + "|[\"“«「『]([^\"”»」』\\n]{1,200})[\"”»」』]" // "name"
                    + "|(?<![\\p{L}\\p{N}])'([^'\\n]{1,120})'(?![\\p{L}\\p{N}])" // 'name'
                    + "|([\\u3005-\\u3007\\u3040-\\u30FF\\u3400-\\u9FFF\\uAC00-\\uD7AF]+)"
                    + "|([" + PART + "_@#~/.$*%\\\\][" + PART + "_@#~/.:$*%&=?+\\\\'’-]*)"
                    + "|(\\n+|[.!?;:,()—–|。、，！？；：-])");

    /** {@code do **not** push}: emphasis of Markdown, which is no part of a name. */
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![\\p{L}\\p{N}*/._-])\\*\\*(\\p{L}[^*\\n/]{0,100})\\*\\*(?![\\p{L}\\p{N}*/_-])");

    /** {@code jonas'}: whose it is. */
    private static final Pattern OWNER = Pattern.compile("\\p{L}{2,30}s['’]");

    private static final Pattern IDENTIFIER = Pattern.compile(".*(?:[0-9_@#~/\\\\$*%=]|[a-z][A-Z]|\\p{L}\\.\\p{L}).*");

    /** The tokens of a message; of a long one the beginning. */
    static List<Token> of(String message) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = PIECE.matcher(EMPHASIS.matcher(message).replaceAll("  $1  "));
        while (matcher.find() && tokens.size() < MOST) {
            add(matcher, tokens);
        }
        for (int at = 0; at < tokens.size(); at++) {
            String next = at + 1 < tokens.size() ? tokens.get(at + 1).lower() : "";
            if (tokens.get(at).isWord()) {
                tokens.set(
                        at,
                        tokens.get(at).spelled(Spelling.careful(tokens.get(at).lower(), next)));
            }
        }
        return tokens;
    }

    private static void add(Matcher matcher, List<Token> tokens) {
        for (int quoted = 1; quoted <= 3; quoted++) {
            if (matcher.group(quoted) != null) {
                String text = matcher.group(quoted).strip();
                // A quoted sentence is speech; what is to be done with it stands outside.
                Kind kind = text.isEmpty() ? Kind.MARK : Kind.NAME;
                tokens.add(new Token(kind, text, lower(text), matcher.start(), matcher.end()));
                return;
            }
        }
        if (matcher.group(4) != null) {
            tokens.add(new Token(Kind.WORD, matcher.group(4), matcher.group(4), matcher.start(), matcher.end()));
        } else if (matcher.group(6) != null) {
            String mark = matcher.group(6);
            tokens.add(
                    new Token(Kind.MARK, mark, mark.charAt(0) == '\n' ? "\n" : mark, matcher.start(), matcher.end()));
        } else {
            bare(matcher.group(5), matcher.start(), tokens);
        }
    }

    /** Text without quotes: the marks at its end are not part of it. */
    private static void bare(String text, int start, List<Token> tokens) {
        if (OWNER.matcher(text).matches()) {
            tokens.add(new Token(Kind.WORD, text, lower(text) + "s", start, start + text.length()));
            return;
        }
        int end = text.length();
        while (end > 1 && ".,:?'’&=+".indexOf(text.charAt(end - 1)) >= 0 && !text.endsWith("/..")) {
            end--;
        }
        String word = text.substring(0, end);
        boolean name = IDENTIFIER.matcher(word).matches() || word.startsWith(".") && word.length() > 1;
        boolean mark = word.length() == 1 && !Character.isLetterOrDigit(word.charAt(0)) && word.charAt(0) != '~';
        Kind kind = mark ? Kind.MARK : name ? Kind.NAME : Kind.WORD;
        String lower = kind == Kind.WORD ? Spelling.careful(lower(word)) : lower(word);
        tokens.add(new Token(kind, word, lower, start, start + end));
        for (int at = end; at < text.length(); at++) {
            String rest = text.substring(at, at + 1);
            tokens.add(new Token(Kind.MARK, rest, rest, start + at, start + at + 1));
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private Token spelled(String word) {
        return word.equals(lower) ? this : new Token(kind, text, word, start, end);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    /** Whether it is text of a script that puts no blanks between words. */
    boolean isUnspaced() {
        return isWord() && Phrases.isUnspaced(lower.substring(0, 1));
    }

    boolean isMark(String mark) {
        return kind == Kind.MARK && lower.equals(mark);
    }
}
