package dev.greenlane.syntax.python;

import java.util.Arrays;
import java.util.List;

/** The kinds of tokens. */
enum Token {
    NAME,
    NUMBER,
    STRING,
    /** The end of a logical line. */
    NEWLINE,
    INDENT,
    DEDENT,
    /** The end of the text; stands there once. */
    END,
    /** A line that speaks to a notebook and not to Python: {@code !command}, {@code %magic}. */
    NOTEBOOK,
    /** A string without its end. */
    OPEN_STRING,
    /** A character that belongs to nothing. */
    STRAY,

    AND("and"),
    AS("as"),
    ASSERT("assert"),
    ASYNC("async"),
    AWAIT("await"),
    BREAK("break"),
    CLASS("class"),
    CONTINUE("continue"),
    DEF("def"),
    DEL("del"),
    ELIF("elif"),
    ELSE("else"),
    EXCEPT("except"),
    FALSE("False"),
    FINALLY("finally"),
    FOR("for"),
    FROM("from"),
    GLOBAL("global"),
    IF("if"),
    IMPORT("import"),
    IN("in"),
    IS("is"),
    LAMBDA("lambda"),
    NONE("None"),
    NONLOCAL("nonlocal"),
    NOT("not"),
    OR("or"),
    PASS("pass"),
    RAISE("raise"),
    RETURN("return"),
    TRUE("True"),
    TRY("try"),
    WHILE("while"),
    WITH("with"),
    YIELD("yield"),

    OPEN_ROUND("("),
    CLOSE_ROUND(")"),
    OPEN_SQUARE("["),
    CLOSE_SQUARE("]"),
    OPEN_CURLY("{"),
    CLOSE_CURLY("}"),
    COMMA(","),
    COLON(":"),
    SEMICOLON(";"),
    DOT("."),
    ELLIPSIS("..."),
    ARROW("->"),
    WALRUS(":="),
    EQUALS("="),
    PLUS("+"),
    MINUS("-"),
    STAR("*"),
    SLASH("/"),
    DOUBLE_SLASH("//"),
    PERCENT("%"),
    AT("@"),
    DOUBLE_STAR("**"),
    TILDE("~"),
    BAR("|"),
    CARET("^"),
    AMPERSAND("&"),
    LEFT("<<"),
    RIGHT(">>"),
    LESS("<"),
    LESS_EQUALS("<="),
    GREATER(">"),
    GREATER_EQUALS(">="),
    DOUBLE_EQUALS("=="),
    NOT_EQUALS("!="),
    PLUS_EQUALS("+="),
    MINUS_EQUALS("-="),
    STAR_EQUALS("*="),
    SLASH_EQUALS("/="),
    DOUBLE_SLASH_EQUALS("//="),
    PERCENT_EQUALS("%="),
    AT_EQUALS("@="),
    DOUBLE_STAR_EQUALS("**="),
    BAR_EQUALS("|="),
    CARET_EQUALS("^="),
    AMPERSAND_EQUALS("&="),
    LEFT_EQUALS("<<="),
    RIGHT_EQUALS(">>=");

    private static final Token[][] KEYWORDS_BY_FIRST = keywordsByFirst();

    /** How it is written; empty where that varies. */
    final String text;

    Token() {
        this("");
    }

    Token(String text) {
        this.text = text;
    }

    /** The keyword that stands in {@code [start, end)}, or {@link #NAME}. */
    static Token word(String source, int start, int end) {
        char first = source.charAt(start);
        int length = end - start;
        if (first >= 128 || length < 2 || length > 8) {
            return NAME;
        }
        for (Token keyword : KEYWORDS_BY_FIRST[first]) {
            if (keyword.text.length() == length && source.startsWith(keyword.text, start)) {
                return keyword;
            }
        }
        return NAME;
    }

    /** Whether a line that begins with this cannot go on an expression of the line before. */
    boolean beginsStatement() {
        return switch (this) {
            case ASSERT,
                    BREAK,
                    CLASS,
                    CONTINUE,
                    DEF,
                    DEL,
                    GLOBAL,
                    IMPORT,
                    NONLOCAL,
                    PASS,
                    RAISE,
                    RETURN,
                    TRY,
                    WHILE,
                    WITH -> true;
            default -> false;
        };
    }

    boolean isKeyword() {
        return ordinal() >= AND.ordinal() && ordinal() <= YIELD.ordinal();
    }

    private static Token[][] keywordsByFirst() {
        Token[][] table = new Token[128][];
        List<Token> keywords = Arrays.stream(values()).filter(Token::isKeyword).toList();
        for (char first = 0; first < table.length; first++) {
            char wanted = first;
            table[first] = keywords.stream()
                    .filter(token -> token.text.charAt(0) == wanted)
                    .toArray(Token[]::new);
        }
        return table;
    }
}
