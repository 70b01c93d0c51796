package dev.greenlane.engine.consent.words;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What may stand between the halves of a verb: its object, or a list of objects: {@code throw web, worker and cron out}.
 *
 * @param verbs tells verbs
 * @param stops what no object has in it
 * @param joins what stands before the last of a list
 */
record VerbGap(Predicate<String> verbs, Set<String> stops, Set<String> joins) {

    /** Whether it ends at a token: at any mark but a comma in a list. */
    boolean ends(List<Token> tokens, int at) {
        if (tokens.get(at).kind() != Token.Kind.MARK) {
            return false;
        }
        int behind = at + 2;
        return !tokens.get(at).isMark(",")
                || at == 0
                || behind >= tokens.size()
                || !isObject(tokens.get(at - 1))
                || !isObject(tokens.get(at + 1))
                || tokens.get(at + 1).isWord() && verbs.test(tokens.get(at + 1).lower())
                || !tokens.get(behind).isMark(",")
                        && !joins.contains(tokens.get(behind).lower());
    }

    private boolean isObject(Token token) {
        return token.kind() != Token.Kind.MARK && !stops.contains(token.lower());
    }
}
