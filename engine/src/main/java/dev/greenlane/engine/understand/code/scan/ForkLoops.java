package dev.greenlane.engine.understand.code.scan;

import java.util.List;
import java.util.Set;

/** Code that splits its process again and again without waiting. */
final class ForkLoops {

    private static final Set<String> CALM = Set.of(
            "wait",
            "waitpid",
            "wait2",
            "waitall",
            "pcntl_wait",
            "pcntl_waitpid",
            "detach",
            "sleep",
            "usleep",
            "exit",
            "_exit",
            "exec",
            "last",
            "break",
            "die",
            "raise",
            "return",
            "accept",
            "select");
    private static final Set<String> NEVER = Set.of("0", "false", "nil");
    private static final int MANY_DIGITS = 4;

    private ForkLoops() {}

    /** Whether the code has a loop without end, a fork, and nothing that waits or stops. */
    static boolean in(List<Lexeme> lexemes, Set<String> forks) {
        if (forks.isEmpty()) {
            return false;
        }
        boolean splits = false;
        boolean endless = false;
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            if (lexeme.kind() == Lexeme.Kind.WORD && CALM.contains(lexeme.text())) {
                return false;
            }
            splits |= isFork(lexemes, i, forks);
            endless |= isEndless(lexemes, i, forks);
        }
        return splits && endless;
    }

    private static boolean isFork(List<Lexeme> lexemes, int at, Set<String> forks) {
        Lexeme lexeme = lexemes.get(at);
        boolean named = at > 0
                && (lexemes.get(at - 1).isWord("def") || lexemes.get(at - 1).isWord("sub"));
        return !named
                && lexeme.kind() == Lexeme.Kind.WORD
                && forks.contains(lexeme.text())
                && !is(lexemes, at + 1, "=>")
                && !is(lexemes, at + 1, ":");
    }

    private static boolean isEndless(List<Lexeme> lexemes, int at, Set<String> forks) {
        Lexeme lexeme = lexemes.get(at);
        int test = is(lexemes, at + 1, "(") ? at + 2 : at + 1;
        String tested = test < lexemes.size() ? lexemes.get(test).text() : "";
        if (lexeme.kind() == Lexeme.Kind.NUMBER) {
            return lexeme.text().length() >= MANY_DIGITS && at > 0 && is(lexemes, at - 1, "..")
                    || lexeme.text().length() >= MANY_DIGITS
                            && at + 2 < lexemes.size()
                            && lexemes.get(at + 2).isWord("times");
        }
        return switch (lexeme.kind() == Lexeme.Kind.WORD ? lexeme.text() : "") {
            case "while" -> tested.equals("true") || forks.contains(tested) || isTrueNumber(tested);
            case "until" -> NEVER.contains(tested);
            case "for" -> tested.equals(";") && is(lexemes, test + 1, ";") && is(lexemes, test + 2, ")");
            case "loop" -> test < lexemes.size() && (tested.equals("{") || tested.equals("do"));
            default -> false;
        };
    }

    private static boolean isTrueNumber(String text) {
        return !text.isEmpty() && Character.isDigit(text.charAt(0)) && !text.equals("0");
    }

    private static boolean is(List<Lexeme> lexemes, int at, String mark) {
        return at >= 0 && at < lexemes.size() && lexemes.get(at).is(mark);
    }
}
