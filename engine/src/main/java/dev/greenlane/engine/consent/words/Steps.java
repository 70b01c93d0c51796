package dev.greenlane.engine.consent.words;

import java.util.ArrayList;
import java.util.List;

/** Steps with numbers before them: {@code 1. delete it 2) restart the rest}, {@code step 1: delete it}. */
final class Steps {

    private Steps() {}

    /** The tokens with a mark that ends a sentence in place of each number of a step. */
    static List<Token> apart(List<Token> tokens, Lexicon lexicon) {
        List<Token> apart = new ArrayList<>();
        int next = 1;
        for (int at = 0; at < tokens.size(); at++) {
            if (!isNumber(tokens, at, next)) {
                apart.add(tokens.get(at));
                continue;
            }
            next++;
            while (!apart.isEmpty()
                    && (lexicon.is(Sort.STEPS, apart.getLast().lower())
                            || apart.getLast().isMark("("))) {
                apart.removeLast();
            }
            Token number = tokens.get(at);
            apart.add(new Token(Token.Kind.MARK, ".", ".", number.start(), number.end()));
            at++;
        }
        return apart;
    }

    private static boolean isNumber(List<Token> tokens, int at, int number) {
        return at + 2 < tokens.size()
                && tokens.get(at).lower().equals(String.valueOf(number))
                && (tokens.get(at + 1).isMark(".")
                        || tokens.get(at + 1).isMark(")")
                        || tokens.get(at + 1).isMark(":"))
                && tokens.get(at + 2).isWord();
    }
}
