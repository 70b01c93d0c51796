package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Clause.Mood;
import java.util.List;
import java.util.Set;

/** Words that take back what was ordered: {@code hmm, better not}. */
final class Withdrawals {

    /** What one is told not to do, whatever it is: {@code don't do that yet}. */
    private static final Set<String> DOING = Set.of("run", "start", "deploy");

    private Withdrawals() {}

    /** How many words near the beginning of a message take something back. */
    static int words(List<Token> tokens, Lexicon lexicon) {
        for (int at = 0; at < Math.min(4, tokens.size()); at++) {
            int length = length(tokens, at, lexicon);
            if (length > 1
                    || length == 1
                            && (at + 1 == tokens.size()
                                    || tokens.get(at + 1).kind() == Token.Kind.MARK
                                            && !tokens.get(at + 1).isMark("?")
                                            && !tokens.get(at + 1).isMark(":"))) {
                return length;
            }
        }
        return 0;
    }

    /** {@code pause that}; but {@code pause that timer} is an order. */
    private static int length(List<Token> tokens, int at, Lexicon lexicon) {
        int length = lexicon.cue(Cue.WITHDRAWS, tokens, at).orElse(0);
        if (length < 2 && isHalt(tokens, at, lexicon)) {
            return 2;
        }
        int next = at + length;
        boolean points = length > 1
                && (lexicon.is(Sort.DEMONSTRATING, tokens.get(next - 1).lower())
                        || lexicon.is(Sort.YET, tokens.get(next - 1).lower()))
                && next < tokens.size()
                && tokens.get(next).isWord()
                && !lexicon.isNoise(tokens.get(next).lower());
        return points ? 0 : length;
    }

    /** {@code oh wait that one is in use}, {@code sorry, wrong record}: at the beginning, behind nothing but small words. */
    private static boolean isHalt(List<Token> tokens, int at, Lexicon lexicon) {
        boolean begins = tokens.subList(0, at).stream()
                .allMatch(token -> token.kind() == Token.Kind.MARK || lexicon.is(Sort.INTERJECTIONS, token.lower()));
        if (!begins || at + 1 >= tokens.size() || !tokens.get(at + 1).isWord()) {
            return false;
        }
        boolean mistaken = lexicon.is(Sort.MISTAKEN, tokens.get(at).lower())
                && (at + 2 == tokens.size() || tokens.get(at + 2).kind() == Token.Kind.MARK);
        return mistaken || lexicon.is(Sort.WAITING, tokens.get(at).lower());
    }

    /**
     * Whether a clause takes back what was said before it in its message.
     *
     * @param tokens those of the clause
     */
    static boolean takesBack(Clause clause, List<Token> tokens, Lexicon lexicon) {
        if (clause.mood() == Mood.PROHIBITION
                && DOING.containsAll(clause.operations())
                && !clause.operations().isEmpty()
                && clause.mentions().stream().noneMatch(mention -> mention.tells() || mention.all())
                && !Wording.REST.in(clause.quote())
                && !Wording.AGAIN.in(clause.quote())) {
            return true;
        }
        boolean unnamed =
                clause.mentions().stream().allMatch(mention -> mention.names().isEmpty());
        boolean idle = unnamed
                && clause.mentions().stream()
                        .allMatch(mention -> mention.classes().isEmpty());
        boolean begins = true;
        for (int at = 0; at < tokens.size(); at++) {
            int length = length(tokens, at, lexicon);
            boolean ends = at + length == tokens.size();
            boolean apart = ends || tokens.get(at + length).kind() == Token.Kind.MARK;
            boolean known = length > 1
                    || length == 1
                            && apart
                            && at > 0
                            && !lexicon.is(Sort.PLAIN_DENIALS, tokens.get(at).lower());
            if (known
                    && (begins
                            || (idle && apart || unnamed && length > 2)
                                    && clause.mood() != Mood.ORDER
                                    && lexicon.cue(Cue.ENDS, tokens, at).isEmpty())) {
                return true;
            }
            begins &= tokens.get(at).kind() == Token.Kind.MARK
                    || lexicon.is(Sort.INTERJECTIONS, tokens.get(at).lower());
        }
        return false;
    }
}
