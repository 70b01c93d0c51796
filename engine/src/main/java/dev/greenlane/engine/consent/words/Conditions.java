package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Forms.Form;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The conditions of a sentence: where one begins and ends, and what only looks like one. */
final class Conditions {

    /** How many words before a condition it may point back to. */
    private static final int POINTED_TO = 8;

    private final List<Token> tokens;
    private final Lexicon lexicon;

    Conditions(List<Token> tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
    }

    /** The length of the word or phrase that begins a condition here. */
    Optional<Integer> at(int at) {
        Optional<Integer> found = lexicon.cue(Cue.CONDITIONS, tokens, at);
        if (found.isEmpty()) {
            return isPending(at) ? Optional.of(1) : found;
        }
        int next = at + found.get();
        if (next >= tokens.size() || tokens.get(next).kind() == Token.Kind.MARK || isPolite(at)) {
            return Optional.empty();
        }
        Token after = tokens.get(next);
        String word = word(at);
        boolean range = lexicon.is(Sort.UNTIL, word)
                && after.kind() == Token.Kind.NAME
                && at > 0
                && tokens.get(at - 1).kind() == Token.Kind.NAME;
        boolean time = lexicon.is(Sort.AT_POINTS, word)
                && (lexicon.is(Sort.TIMES, after.lower())
                        || after.kind() == Token.Kind.NAME && after.text().matches("[0-9/:.-]+.*"));
        boolean sequence = word.equals("after")
                && lexicon.verb(tokens, next)
                        .filter(verb -> verb.meaning().form() == Form.ING)
                        .isPresent();
        return range || time || sequence ? Optional.empty() : found;
    }

    /** {@code , pending Kim's approval}. */
    private boolean isPending(int at) {
        return lexicon.is(Sort.PENDING, word(at))
                && at > 0
                && tokens.get(at - 1).kind() == Token.Kind.MARK
                && IntStream.range(at + 1, Math.min(tokens.size(), at + 5))
                        .anyMatch(next -> lexicon.is(Sort.APPROVALS, word(next)));
    }

    /** How many words here say nothing of when: {@code if possible}, {@code when you have a minute}, {@code before lunch}. */
    int idle(int at) {
        Optional<Integer> phrase = lexicon.cue(Cue.IDLE, tokens, at);
        if (phrase.isPresent() && !isObjectOfVerb(at, phrase.get())) {
            return phrase.get();
        }
        Optional<Integer> condition = at(at);
        if (condition.isEmpty()) {
            return 0;
        }
        int end = end(at);
        boolean deadline = lexicon.is(Sort.DEADLINES, word(at))
                && !lexicon.is(Sort.DENYING, word(at - 1))
                && IntStream.range(at, end)
                        .noneMatch(each -> lexicon.cue(Cue.ASKS, tokens, each).isPresent());
        return deadline || isConvenience(at, at + condition.get(), end) ? end - at : 0;
    }

    /**
     * Where what is granted ends that begins with {@code length} tokens: at a mark, or where an order begins without one: {@code
     * no matter what it says drop web-1}.
     */
    int endOfConcession(int at, int length) {
        int end = end(at);
        for (int next = at + length; next < end; next++) {
            if (next > at + 1 && isOrder(next) && !isSpoken(at, next)) {
                return next;
            }
        }
        return end;
    }

    /** Whether an order with its object begins here, and no verb of what somebody does. */
    boolean isOrder(int at) {
        return at < tokens.size()
                && lexicon.verb(tokens, at)
                        .filter(verb -> verb.meaning().form() == Form.BASE)
                        .filter(verb -> isObject(at + verb.length()))
                        .isPresent()
                && !lexicon.is(Sort.SPEAKERS, word(at - 1))
                && !lexicon.is(Sort.OTHERS, word(at - 1))
                && !lexicon.is(Sort.MODALS, word(at - 1))
                && !lexicon.is(Sort.BEFORE_NOUNS, word(at - 1))
                && !List.of("to", "not", "don't", "will", "would").contains(word(at - 1));
    }

    private boolean isObject(int at) {
        return at < tokens.size()
                && (tokens.get(at).kind() == Token.Kind.NAME
                        || word(at).contains("-")
                        || lexicon.is(Sort.OBJECTS, word(at)));
    }

    /** {@code even if the docs say delete it}. */
    private boolean isSpoken(int from, int at) {
        return lexicon.is(Sort.SAYING, word(at - 1))
                && IntStream.range(from, at).noneMatch(each -> word(each).equals("what"));
    }

    /** {@code delete whatever comes out}, {@code whatever comes out of it}: what is meant, and not when. */
    private boolean isObjectOfVerb(int at, int length) {
        return lexicon.is(Sort.WHATEVER, word(at))
                && (at > 0 && lexicon.verb(tokens, at - 1).isPresent()
                        || word(at + length).equals("of"));
    }

    /** {@code when you have a minute}: only small words for the other's time stand in it. */
    private boolean isConvenience(int at, int from, int end) {
        return !lexicon.is(Sort.CHECKS, word(at))
                && from < end
                && word(from).startsWith("you")
                && tokens.subList(from, end).stream()
                        .allMatch(
                                token -> token.kind() == Token.Kind.MARK || lexicon.is(Sort.CONVENIENT, token.lower()));
    }

    /** {@code I'd be glad if you could}, {@code it would be nice if that was gone}. */
    private boolean isPolite(int at) {
        return word(at).equals("if") && lexicon.is(Sort.GLAD, word(at - 1));
    }

    /** Whether the condition at {@code at} belongs to what follows it: {@code back it up, and if that works, drop it}. */
    boolean leadsNext(int at, int end, List<Token> clause) {
        boolean apart = clause.stream().anyMatch(token -> token.kind() != Token.Kind.MARK)
                && (clause.getLast().isMark(",")
                        || lexicon.is(Sort.JOINS, clause.getLast().lower()));
        int next = end;
        while (next < tokens.size()
                && (tokens.get(next).kind() == Token.Kind.MARK
                        || lexicon.is(Sort.JOINS, word(next))
                        || lexicon.is(Sort.BETWEEN, word(next)))) {
            next++;
        }
        return apart
                && at < end
                && next < tokens.size()
                && lexicon.verb(tokens, next)
                        .filter(verb -> verb.meaning().form() == Form.BASE)
                        .isPresent();
    }

    /** Where a condition that begins at {@code at} ends. */
    int end(int at) {
        for (int end = at; end < tokens.size(); end++) {
            if (tokens.get(end).isMark(",")
                    || tokens.get(end).isMark("-")
                    || tokens.get(end).isMark("–")
                    || word(end).equals("then")
                    || tokens.get(end).isMark("，")) {
                return end;
            }
        }
        return tokens.size();
    }

    /** The words of the condition, after those that it points back to: {@code run the tests, when they pass}. */
    String text(String message, int at, int end) {
        boolean points = IntStream.range(at, end).anyMatch(each -> lexicon.is(Sort.STANDING_ALONE, word(each)));
        int begin = tokens.get(points ? Math.max(0, at - POINTED_TO) : at).start();
        return message.substring(begin, tokens.get(end - 1).end());
    }

    private String word(int at) {
        return at < 0 || at >= tokens.size() ? "" : tokens.get(at).lower();
    }
}
