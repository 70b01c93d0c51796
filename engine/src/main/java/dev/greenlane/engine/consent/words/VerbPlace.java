package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Forms.Form;
import dev.greenlane.engine.consent.words.Verbs.Verb;
import java.util.List;

/** Whether a verb, by where it stands in a clause, says what is to be done, or only tells of something. */
final class VerbPlace {

    /** How far a word like {@code want} reaches. */
    private static final int REACH = 8;

    private final List<Token> tokens;
    private final Lexicon lexicon;

    VerbPlace(List<Token> tokens, Lexicon lexicon) {
        this.tokens = tokens;
        this.lexicon = lexicon;
    }

    /** Whether a verb is wanted, where nothing before it forbids it. */
    boolean orders(Verb verb, int at) {
        if (isNoun(at)) {
            return false;
        }
        return switch (verb.form()) {
            case BASE ->
                !isTold(at)
                        && !isSubject(at)
                        && (!verb.ambiguous() && !isPastAlike(at)
                                || begins(at)
                                || isLast(at)
                                || is(at - 1, Sort.BECOMING)
                                || isPastAlike(at) && isWanted(at));
            case ING -> is(at - 1, Sort.BEFORE_RUNNING) || isAlongside(verb, at);
            case PAST -> isWanted(at) || word(at + 1).equals("werden") && hasModal(at);
            case THIRD -> false;
        };
    }

    /** Whether a word stands behind an article or the like: {@code the rollout of checkout}. */
    boolean isNoun(int at) {
        return (is(at - 1, Sort.BEFORE_NOUNS)
                        || word(at - 1).endsWith("'s") && word(at - 1).length() > 4)
                && !is(at, Sort.MODALS);
    }

    /** Whether a clause may have the verb of its order here: at its beginning, or behind small words. */
    boolean begins(int at) {
        return at == 0 || isMark(at - 1) || is(at - 1, Sort.BEFORE_VERBS) || isLedInto(at);
    }

    private boolean hasModal(int at) {
        return tokens.subList(0, at).stream().anyMatch(token -> lexicon.is(Sort.MODALS, token.lower()));
    }

    /** {@code checkout in prod is leaking}: something is told of it. */
    private boolean isSubject(int at) {
        boolean first = at == 0 || isMark(at - 1);
        if (!first || !is(at + 1, Sort.INSIDE) && !is(at + 1, Sort.BEING_NOW) && !is(at + 1, Sort.MODALS)) {
            return false;
        }
        for (int next = at + 1; next < Math.min(tokens.size(), at + 5) && !isMark(next); next++) {
            if (is(next, Sort.BEING_NOW) || is(next, Sort.MODALS)) {
                return !is(next - 1, Sort.RELATIVES) && !is(next - 1, Sort.WHATEVER);
            }
        }
        return false;
    }

    /** Whether a form of the past tells what is wanted, and not what was: {@code I want it deleted}. */
    boolean isWanted(int at) {
        boolean past = false;
        for (int back = at - 1; back >= Math.max(0, at - REACH); back--) {
            String word = word(back);
            if (lexicon.is(Sort.BEING_NOW, word) && !word.startsWith("ha") && isEnsured(back)) {
                return true;
            }
            past |= lexicon.is(Sort.PAST_STATES, word);
            if (word.startsWith("hav") && isPerfect(back + 1, at)) {
                return false;
            }
            if (isWishToSee(back)) {
                return !past;
            }
            if (word.equals("you") && back == at - 1 && word(back - 1).equals("if") && is(back - 2, Sort.GLAD)) {
                return true;
            }
            if (word.equals("if")
                    && is(back - 1, Sort.GLAD)
                    && (is(at - 1, Sort.PAST_STATES) || is(at - 1, Sort.BECOMING))) {
                return true;
            }
            if (lexicon.is(Sort.WANTING, word)) {
                boolean planned = is(back - 1, Sort.PLANS) && !is(back, Sort.LIKING);
                return !past && !planned;
            }
        }
        return false;
    }

    /** {@code I'd love to see}, {@code see to it}: what follows is to be seen done, and not looked at. */
    boolean isWishToSee(int at) {
        return word(at).equals("see")
                && (word(at - 1).equals("to") && is(at - 2, Sort.LIKING)
                        || word(at + 1).equals("to") && word(at + 2).equals("it")
                        || word(at + 1).equals("that"));
    }

    /** {@code sync a to b, deleting what is gone}: what is done along with what is ordered. */
    private boolean isAlongside(Verb verb, int at) {
        if (at < 3
                || at + 1 >= tokens.size()
                || !tokens.get(at - 1).isMark(",")
                || verb.operations().contains("read")) {
            return false;
        }
        boolean ordered = lexicon.verb(tokens, 0)
                .filter(first -> first.meaning().form() == Form.BASE)
                .filter(first -> !first.meaning().operations().contains("read"))
                .isPresent();
        return ordered && !isMark(at + 1) && !is(at + 1, Sort.BEING_NOW) && !is(at + 1, Sort.MODALS);
    }

    /** {@code make sure that it is deleted}. */
    private boolean isEnsured(int being) {
        for (int back = being - 1; back >= Math.max(0, being - REACH); back--) {
            if (is(back, Sort.ENSURING)) {
                return true;
            }
        }
        return false;
    }

    /** Only small words and adverbs stand before it, or where it is to be done: {@code quickly drop it}, {@code on web-1 drop it}. */
    private boolean isLedInto(int at) {
        int from = at;
        boolean small = true;
        while (from > 0 && !isMark(from - 1)) {
            from--;
            String word = word(from);
            if (is(from, Sort.OTHERS) || is(from, Sort.PREDICATES) || is(from, Sort.BEFORE_NOUNS)) {
                return false;
            }
            small &= lexicon.isNoise(word) || word.length() > 4 && word.endsWith("ly");
        }
        boolean objects = at + 1 < tokens.size() && !isMark(at + 1);
        boolean place = tokens.get(at - 1).kind() == Token.Kind.NAME
                || lexicon.place(word(at - 1)).isPresent();
        return small && !is(at - 1, Sort.INSIDE) || objects && place && is(from, Sort.INSIDE) && from < at - 1;
    }

    /** Whether a verb only tells what somebody does, did or wants: {@code she will write}, {@code Kim asked to join}. */
    private boolean isTold(int at) {
        if (at == 0) {
            return false;
        }
        String before = word(at - 1);
        if (word(at).endsWith("s")
                && (lexicon.is(Sort.OTHERS, before) || lexicon.is(Sort.ADVERBS, before) && is(at - 2, Sort.OTHERS))) {
            return true;
        }
        if (before.endsWith("'ll") && !before.startsWith("you")) {
            return true;
        }
        if (before.equals("to")) {
            return !isAskedFor(at - 1);
        }
        if (word(at).equals("to")) {
            return is(at - 1, Sort.TOLD);
        }
        if (before.equals("will")) {
            return at > 1 && !word(at - 2).equals("you") && !isMark(at - 2);
        }
        return lexicon.is(Sort.MAY, before) && is(at - 2, Sort.OTHERS) || before.equals("might");
    }

    /** Whether a verb with {@code to} before it is asked for: {@code I want to}, {@code time to}; but {@code she wants to}. */
    private boolean isAskedFor(int to) {
        boolean passive = is(to + 1, Sort.BECOMING);
        String governor = word(to - 1);
        if (lexicon.is(Sort.DESIRING, governor)) {
            return passive || is(to + 1, Sort.INTRANSITIVE) || isOfSpeaker(to - 1);
        }
        if (lexicon.is(Sort.TOLD, governor)) {
            return false;
        }
        if (lexicon.is(Sort.GOVERNING, governor) || is(to - 1, Sort.SPEAKERS) && is(to - 2, Sort.ASKED_OF)) {
            return true;
        }
        for (int from = Math.max(0, to - REACH); from < to; from++) {
            if (is(from, Sort.USING) && begins(from)) {
                return true;
            }
            if (lexicon.cue(Cue.REQUESTS, tokens, from).orElse(0) == to - from + 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether a verb is said of the speaker or of the one spoken to, or of nobody. */
    private boolean isOfSpeaker(int verb) {
        for (int back = verb - 1; back >= 0 && !isMark(back); back--) {
            if (is(back, Sort.SPEAKERS)) {
                return true;
            }
            if (!lexicon.isNoise(word(back)) || is(back, Sort.OTHERS)) {
                return false;
            }
        }
        return true;
    }

    /** A verb whose past is like its base form: {@code shut}, {@code put}. */
    private boolean isPastAlike(int at) {
        return is(at, Sort.PAST_ALIKE);
    }

    /** German, Dutch and Japanese orders have their verb at the end. */
    private boolean isLast(int at) {
        return Phrases.isUnspaced(word(at)) && at == tokens.size() - 1;
    }

    /** {@code they have all served}: nothing stands between to which it is to be done. */
    private boolean isPerfect(int from, int at) {
        return tokens.subList(from, at).stream()
                .allMatch(token -> lexicon.isNoise(token.lower()) && !lexicon.is(Sort.PRONOUNS, token.lower())
                        || lexicon.is(Sort.STILL, token.lower()));
    }

    private boolean isMark(int at) {
        return tokens.get(at).kind() == Token.Kind.MARK;
    }

    private String word(int at) {
        return at < 0 || at >= tokens.size() ? "" : tokens.get(at).lower();
    }

    private boolean is(int at, Sort sort) {
        return lexicon.is(sort, word(at));
    }
}
