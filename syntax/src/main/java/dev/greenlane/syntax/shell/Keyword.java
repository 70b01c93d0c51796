package dev.greenlane.syntax.shell;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words that are grammar where a command may start. */
enum Keyword {
    IF,
    THEN,
    ELIF,
    ELSE,
    FI,
    FOR,
    SELECT,
    WHILE,
    UNTIL,
    DO,
    DONE,
    CASE,
    IN,
    ESAC,
    FUNCTION,
    TIME,
    COPROC,
    NOT("!"),
    OPEN("{"),
    CLOSE("}"),
    TEST("[["),
    CLOSE_TEST("]]");

    static final int LONGEST = "function".length();

    private final String text;

    Keyword() {
        text = name().toLowerCase(Locale.ROOT);
    }

    Keyword(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static boolean mayStartWith(int c) {
        return switch (c) {
            case 'i', 't', 'e', 'f', 's', 'w', 'u', 'd', 'c', '!', '{', '}', '[', ']' -> true;
            default -> false;
        };
    }

    static @Nullable Keyword of(String word) {
        return switch (word) {
            case "if" -> IF;
            case "then" -> THEN;
            case "elif" -> ELIF;
            case "else" -> ELSE;
            case "fi" -> FI;
            case "for" -> FOR;
            case "select" -> SELECT;
            case "while" -> WHILE;
            case "until" -> UNTIL;
            case "do" -> DO;
            case "done" -> DONE;
            case "case" -> CASE;
            case "in" -> IN;
            case "esac" -> ESAC;
            case "function" -> FUNCTION;
            case "time" -> TIME;
            case "coproc" -> COPROC;
            case "!" -> NOT;
            case "{" -> OPEN;
            case "}" -> CLOSE;
            case "[[" -> TEST;
            case "]]" -> CLOSE_TEST;
            default -> null;
        };
    }
}
