package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Forms.Form;
import dev.greenlane.engine.consent.words.Verbs.Verb;
import java.util.stream.IntStream;

/** Whether a verb, by where it stands in a clause, says what is to be done, or only tells of something. */
final class VerbPlace {

    /** How far a word like {@code want} reaches. */
    static final int REACH = 8;

    private final Row row;

    VerbPlace(Row row) {
        this.row = row;
    }

    /** Whether a verb is wanted, where nothing before it forbids it. */
    boolean orders(Verb verb, int at) {
        if (isNoun(at)) {
            return false;
        }
        return switch (verb.form()) {
            case BASE ->
                !new ToldVerb(row, this).isTold(at)
                        && !isSubject(at)
                        && (!verb.ambiguous() && !isPastAlike(at)
                                || begins(at)
                                || isLast(at)
                                || row.is(at - 1, Sort.BECOMING)
                                || isPastAlike(at) && isWanted(at));
            case ING -> isRunning(at) || isAlongside(verb, at);
            case PAST -> isWanted(at) || row.word(at + 1).equals("werden") && hasModal(at);
            case THIRD -> false;
        };
    }

    /** {@code mind deleting it}, {@code how about deleting it}; but {@code questions about deleting it}. */
    private boolean isRunning(int at) {
        return row.is(at - 1, Sort.BEFORE_RUNNING)
                && !row.is(at - 2, Sort.INSTEAD)
                && (!row.word(at - 1).equals("about") || row.is(at - 2, Sort.WHAT_ABOUT));
    }

    /** Whether a word stands behind an article or the like: {@code the rollout of checkout}. */
    boolean isNoun(int at) {
        return (row.is(at - 1, Sort.BEFORE_NOUNS)
                        || row.word(at - 1).endsWith("'s") && row.word(at - 1).length() > 4)
                && !row.is(at, Sort.MODALS);
    }

    /** Whether a clause may have the verb of its order here: at its beginning, or behind small words. */
    boolean begins(int at) {
        return at == 0 || row.isMark(at - 1) || row.is(at - 1, Sort.BEFORE_VERBS) || isLedInto(at);
    }

    private boolean hasModal(int at) {
        return row.until(at).has(Sort.MODALS);
    }

    /** {@code checkout in prod is leaking}, {@code relay 2.3 is built}: something is told of it. */
    private boolean isSubject(int at) {
        boolean first = at == 0 || row.isMark(at - 1);
        if (first
                && at + 1 < row.size()
                && row.isName(at + 1)
                && (row.is(at + 2, Sort.BEING_NOW) || row.is(at + 2, Sort.MODALS))) {
            return true;
        }
        if (!first || !row.is(at + 1, Sort.INSIDE) && !row.is(at + 1, Sort.BEING_NOW) && !row.is(at + 1, Sort.MODALS)) {
            return false;
        }
        for (int next = at + 1; next < Math.min(row.size(), at + 5) && !row.isMark(next); next++) {
            if (row.is(next, Sort.BEING_NOW) || row.is(next, Sort.MODALS)) {
                return !row.is(next - 1, Sort.RELATIVES) && !row.is(next - 1, Sort.WHATEVER);
            }
        }
        return false;
    }

    /** Whether a form of the past tells what is wanted, and not what was: {@code I want it deleted}. */
    boolean isWanted(int at) {
        boolean past = false;
        for (int back = at - 1; back >= Math.max(0, at - REACH); back--) {
            String word = row.word(back);
            if (row.is(back, Sort.BEING_NOW) && !word.startsWith("ha") && isEnsured(back)) {
                return true;
            }
            past |= row.is(back, Sort.PAST_STATES);
            if (word.startsWith("hav") && isPerfect(back + 1, at)) {
                return false;
            }
            if (isWishToSee(back)) {
                return !past;
            }
            if (word.equals("you")
                    && back == at - 1
                    && row.word(back - 1).equals("if")
                    && row.is(back - 2, Sort.GLAD)) {
                return true;
            }
            if (word.equals("if")
                    && row.is(back - 1, Sort.GLAD)
                    && (row.is(at - 1, Sort.PAST_STATES) || row.is(at - 1, Sort.BECOMING))) {
                return true;
            }
            if (row.is(back, Sort.WANTING)) {
                boolean planned = row.is(back - 1, Sort.PLANS) && !row.is(back, Sort.LIKING);
                return !past && !planned;
            }
        }
        return false;
    }

    /** {@code I'd love to see}, {@code see to it}: what follows is to be seen done, and not looked at. */
    boolean isWishToSee(int at) {
        return row.word(at).equals("see")
                && (row.word(at - 1).equals("to") && row.is(at - 2, Sort.LIKING)
                        || row.word(at + 1).equals("to") && row.word(at + 2).equals("it")
                        || row.word(at + 1).equals("that"));
    }

    /** {@code sync a to b, deleting what is gone}: what is done along with what is ordered. */
    private boolean isAlongside(Verb verb, int at) {
        if (at < 3
                || at + 1 >= row.size()
                || !row.token(at - 1).isMark(",") && !isBesideAnother(at)
                || verb.operations().contains("read")) {
            return false;
        }
        boolean ordered = row.verb(0)
                .filter(first -> first.meaning().form() == Form.BASE)
                .filter(first -> !first.meaning().operations().contains("read"))
                .isPresent();
        return ordered && !row.isMark(at + 1) && !row.is(at + 1, Sort.BEING_NOW) && !row.is(at + 1, Sort.MODALS);
    }

    /** {@code , replacing what is there and removing what is gone}. */
    private boolean isBesideAnother(int at) {
        return row.is(at - 1, Sort.AND)
                && IntStream.range(2, at - 1)
                        .anyMatch(each -> row.token(each - 1).isMark(",")
                                && row.verb(each)
                                        .filter(verb -> verb.meaning().form() == Form.ING)
                                        .isPresent());
    }

    /** {@code make sure that it is deleted}. */
    private boolean isEnsured(int being) {
        for (int back = being - 1; back >= Math.max(0, being - REACH); back--) {
            if (row.is(back, Sort.ENSURING)) {
                return true;
            }
        }
        return false;
    }

    /** Only small words and adverbs stand before it, or where it is to be done: {@code quickly drop it}, {@code on web-1 drop it}. */
    private boolean isLedInto(int at) {
        int from = at;
        boolean small = true;
        while (from > 0 && !row.isMark(from - 1)) {
            from--;
            String word = row.word(from);
            if (row.is(from, Sort.OTHERS) || row.is(from, Sort.PREDICATES) || row.is(from, Sort.BEFORE_NOUNS)) {
                return false;
            }
            small &= row.lexicon().isNoise(word) || word.length() > 4 && word.endsWith("ly");
        }
        boolean objects = at + 1 < row.size() && !row.isMark(at + 1);
        boolean place = row.token(at - 1).kind() == Token.Kind.NAME
                || row.lexicon().place(row.word(at - 1)).isPresent();
        return small && !row.is(at - 1, Sort.INSIDE) || objects && place && row.is(from, Sort.INSIDE) && from < at - 1;
    }

    /** A verb whose past is like its base form: {@code shut}, {@code put}. */
    private boolean isPastAlike(int at) {
        return row.is(at, Sort.PAST_ALIKE);
    }

    /** German, Dutch and Japanese orders have their verb at the end. */
    private boolean isLast(int at) {
        return Phrases.isUnspaced(row.word(at)) && at == row.size() - 1;
    }

    /** {@code they have all served}: nothing stands between to which it is to be done. */
    private boolean isPerfect(int from, int at) {
        return IntStream.range(from, at)
                .allMatch(each -> row.lexicon().isNoise(row.word(each)) && !row.is(each, Sort.PRONOUNS)
                        || row.is(each, Sort.STILL));
    }
}
